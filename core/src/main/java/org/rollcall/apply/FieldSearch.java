package org.rollcall.apply;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wish;

/// The search for the fields that make Intercom refuse a write, where it does not name them: by
/// halves. What is accepted on the way is written, so nothing of it is in vain.
///
/// An immutable value.
///
/// @param fields all fields of the write
/// @param tried those that may be left out and are sent now
/// @param suspects those of which one is refused if `tried` are not; empty where that is not known
/// @param rest those that were not sent by themselves yet
/// @param refused those that Intercom does not take although it did not name them, and its words
/// @param landed those that it has taken
/// @param text Intercom's words for its last refusal
/// @param calls how many calls the search has taken
record FieldSearch(
    SortedMap<FieldName, Wish> fields,
    List<FieldName> tried,
    List<FieldName> suspects,
    List<FieldName> rest,
    SortedMap<FieldName, String> refused,
    List<FieldName> landed,
    String text,
    int calls) {
  private static final int MOST_CALLS = 4;

  /// What comes next.
  sealed interface Next {
    /// Send what the search now tries.
    record Ask(FieldSearch search) implements Next {}

    /// All is written but for what is refused.
    record Found(FieldSearch search) implements Next {}

    /// It is not in the fields that may be left out, or it takes too many calls to find.
    record GivenUp() implements Next {}
  }

  /// The search in `fields`, which were refused.
  static Next begin(SortedMap<FieldName, Wish> fields, Reply.Refused refusal) {
    return of(fields, optional(fields), List.of(), refusal).refused(refusal);
  }

  /// The same for a lead: it becomes a user first, and is emptied afterwards, since emptying may be
  /// refused as long as it is a lead.
  static Next beginOfLead(SortedMap<FieldName, Wish> fields, Reply.Refused refusal) {
    var cleared =
        optional(fields).stream().filter(field -> fields.get(field) instanceof Wish.Clear).toList();
    return cleared.isEmpty()
        ? begin(fields, refusal)
        : of(fields, less(optional(fields), cleared), cleared, refusal).ask();
  }

  private static FieldSearch of(
      SortedMap<FieldName, Wish> fields,
      List<FieldName> tried,
      List<FieldName> rest,
      Reply.Refused refusal) {
    return new FieldSearch(
        fields, tried, List.of(), rest, new TreeMap<>(), List.of(), refusal.text(), 0);
  }

  private static List<FieldName> optional(SortedMap<FieldName, Wish> fields) {
    return fields.keySet().stream().filter(FieldSearch::mayBeLeftOut).toList();
  }

  /// A contact is as good without it: Intercom knows a person by the other fields.
  static boolean mayBeLeftOut(FieldName field) {
    return field.isAttribute() || field.equals(FieldName.PHONE);
  }

  /// What is sent now.
  SortedMap<FieldName, Wish> sent() {
    var sent = new TreeMap<>(fields);
    sent.keySet()
        .removeIf(field -> mayBeLeftOut(field) ? !tried.contains(field) : landed.contains(field));
    return sent;
  }

  /// What Intercom has taken.
  SortedMap<FieldName, Wish> taken() {
    var taken = new TreeMap<>(fields);
    taken.keySet().retainAll(landed);
    return taken;
  }

  /// The next step after what is sent now was accepted.
  Next accepted() {
    var next = trying(List.of(), List.of(), rest).landing(sent().keySet());
    return suspects.isEmpty() ? next.remaining() : next.split(suspects);
  }

  /// The next step after what is sent now was refused.
  Next refused(Reply.Refused refusal) {
    var told = saying(refusal.text());
    var named = refusal.field();
    if (tried.isEmpty() || named.filter(field -> !mayBeLeftOut(field)).isPresent()) {
      return new Next.GivenUp();
    }
    return named
        .filter(tried::contains)
        .map(field ->
            told.trying(
                    List.of(), List.of(), both(rest, both(less(tried, List.of(field)), suspects)))
                .close())
        .orElseGet(() -> told.trying(List.of(), List.of(), both(rest, suspects)).split(tried));
  }

  /// One of `group` is refused.
  private Next split(List<FieldName> group) {
    if (group.size() == 1) {
      return without(group.getFirst());
    }
    int half = (group.size() + 1) / 2;
    return trying(group.subList(0, half), group.subList(half, group.size()), rest).ask();
  }

  private Next without(FieldName field) {
    var more = new TreeMap<>(refused);
    more.put(field, text);
    return new FieldSearch(fields, List.of(), List.of(), rest, more, landed, text, calls).close();
  }

  private Next remaining() {
    return rest.isEmpty() ? new Next.Found(this) : close();
  }

  /// Sends all that was not sent by itself yet.
  private Next close() {
    var closing = trying(rest, List.of(), List.of());
    return closing.sent().isEmpty() ? new Next.Found(closing) : closing.ask();
  }

  private Next ask() {
    return calls == MOST_CALLS
        ? new Next.GivenUp()
        : new Next.Ask(
            new FieldSearch(fields, tried, suspects, rest, refused, landed, text, calls + 1));
  }

  private FieldSearch trying(List<FieldName> now, List<FieldName> others, List<FieldName> later) {
    return new FieldSearch(fields, now, others, later, refused, landed, text, calls);
  }

  private FieldSearch landing(Collection<FieldName> more) {
    return new FieldSearch(fields, tried, suspects, rest, refused, both(landed, more), text, calls);
  }

  private FieldSearch saying(String words) {
    return new FieldSearch(fields, tried, suspects, rest, refused, landed, words, calls);
  }

  private static List<FieldName> both(Collection<FieldName> one, Collection<FieldName> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static List<FieldName> less(List<FieldName> all, List<FieldName> some) {
    return all.stream().filter(each -> !some.contains(each)).toList();
  }
}
