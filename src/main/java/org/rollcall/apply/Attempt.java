package org.rollcall.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Change;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Difference;

/// How far one member's change has come: what is asked now and what was spent to get here.
///
/// An immutable value; each step makes the next one.
///
/// @param wanted the member and the contact they should have
/// @param planned the contact the plan found; empty where it planned a create
/// @param request what is asked of Intercom now
/// @param target the contact that is taken to be the member's now; empty while there is none
/// @param differences the fields written to get there
/// @param spent the remedies used, in order
/// @param without fields that Intercom would not take
/// @param revived a contact that was brought back and not yet recognised as the member's
/// @param verdict how it ends once a contact that was brought back by mistake is archived again
/// @param surplus contacts to put away once the member's is right
/// @param doubtful contacts that a search named to put away, each to be read before it is
/// @param warnings sentences for the operator
public record Attempt(
    Wanted wanted,
    Optional<Contact> planned,
    Request.OfContact request,
    Optional<ContactId> target,
    List<Difference> differences,
    List<Remedy> spent,
    List<FieldName> without,
    Optional<ContactId> revived,
    Optional<Result.NotDone> verdict,
    List<Contact> surplus,
    List<Contact> doubtful,
    List<String> warnings) {

  /// The first step of a create.
  public static Attempt of(Change.Create change) {
    return start(change.wanted(), Optional.empty(), create(change.wanted(), List.of()), List.of())
        .writing(change.differences());
  }

  /// The first step of an update.
  public static Attempt of(Change.Update change) {
    var request =
        new Request.Update(
            change.contact().id(), Diff.wishes(change.wanted(), change.differences()));
    return start(change.wanted(), Optional.of(change.contact()), request, change.surplus())
        .aimingAt(change.contact().id())
        .writing(change.differences());
  }

  private static Attempt start(
      Wanted wanted, Optional<Contact> planned, Request.OfContact request, List<Contact> surplus) {
    return new Attempt(
        wanted,
        planned,
        request,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        surplus,
        List.of(),
        List.of());
  }

  /// Whether the plan was to make a contact.
  public boolean isCreate() {
    return planned.isEmpty();
  }

  /// Whether `remedy` was used already; none is used twice.
  public boolean hasSpent(Remedy remedy) {
    return spent.contains(remedy);
  }

  /// The same attempt, asking `next`.
  public Attempt asking(Request.OfContact next) {
    return new Attempt(
        wanted,
        planned,
        next,
        target,
        differences,
        spent,
        without,
        revived,
        verdict,
        surplus,
        doubtful,
        warnings);
  }

  /// The same attempt with one remedy more used up.
  public Attempt spending(Remedy remedy) {
    return new Attempt(
        wanted,
        planned,
        request,
        target,
        differences,
        append(spent, remedy),
        without,
        revived,
        verdict,
        surplus,
        doubtful,
        warnings);
  }

  /// The same attempt with `contact` taken for the member's.
  public Attempt aimingAt(ContactId contact) {
    return new Attempt(
        wanted,
        planned,
        request,
        Optional.of(contact),
        differences,
        spent,
        without,
        revived,
        verdict,
        surplus,
        doubtful,
        warnings);
  }

  /// The same attempt, writing these fields.
  public Attempt writing(List<Difference> fields) {
    return new Attempt(
        wanted, planned, request, target, fields, spent, without, revived, verdict, surplus,
        doubtful, warnings);
  }

  /// The same attempt with `contact` brought back and still to be recognised.
  public Attempt reviving(ContactId contact) {
    return new Attempt(
        wanted,
        planned,
        request,
        target,
        differences,
        spent,
        without,
        Optional.of(contact),
        verdict,
        surplus,
        doubtful,
        warnings);
  }

  /// The same attempt, to end as `ending` once the present request is answered.
  public Attempt endingAs(Result.NotDone ending) {
    return new Attempt(
        wanted,
        planned,
        request,
        target,
        differences,
        spent,
        without,
        revived,
        Optional.of(ending),
        surplus,
        doubtful,
        warnings);
  }

  /// The same attempt, its ending open again.
  public Attempt undecided() {
    return new Attempt(
        wanted,
        planned,
        request,
        target,
        differences,
        spent,
        without,
        revived,
        Optional.empty(),
        surplus,
        doubtful,
        warnings);
  }

  /// The same attempt with these contacts to put away at the end.
  public Attempt puttingAway(List<Contact> contacts) {
    return new Attempt(
        wanted,
        planned,
        request,
        target,
        differences,
        spent,
        without,
        revived,
        verdict,
        contacts,
        doubtful,
        warnings);
  }

  /// The same attempt with these contacts to look at, and put away where they are the member's
  /// still.
  Attempt doubting(List<Contact> contacts) {
    return new Attempt(
        wanted,
        planned,
        request,
        target,
        differences,
        spent,
        without,
        revived,
        verdict,
        surplus,
        contacts,
        warnings);
  }

  /// The same attempt with one thing more to tell the operator.
  public Attempt warning(String sentence) {
    return new Attempt(
        wanted,
        planned,
        request,
        target,
        differences,
        spent,
        without,
        revived,
        verdict,
        surplus,
        doubtful,
        append(warnings, sentence));
  }

  /// The present write again, without `field`.
  public Attempt without(FieldName field) {
    var fewer = append(without, field);
    var kept = differences.stream().filter(each -> !fewer.contains(each.field())).toList();
    return new Attempt(
        wanted,
        planned,
        drop(request, field),
        target,
        kept,
        spent,
        fewer,
        revived,
        verdict,
        surplus,
        doubtful,
        warnings);
  }

  /// The create of this member's contact, less the fields that Intercom would not take.
  public Request.Create creation() {
    return create(wanted, without);
  }

  /// What an update of the fields still to be written sends.
  public SortedMap<FieldName, Wish> wishes() {
    return Diff.wishes(wanted, differences);
  }

  /// The differences between `contact` and what the member should have, less the refused fields.
  public List<Difference> differencesFrom(Contact contact) {
    return Diff.between(wanted, contact.profile()).stream()
        .filter(each -> !without.contains(each.field()))
        .toList();
  }

  private static Request.Create create(Wanted wanted, List<FieldName> without) {
    var fields = new TreeMap<FieldName, Wish>(wanted.fields());
    without.forEach(fields::remove);
    return new Request.Create(fields);
  }

  private static Request.OfContact drop(Request.OfContact request, FieldName field) {
    return switch (request) {
      case Request.Create(var fields) -> new Request.Create(less(fields, field));
      case Request.Update(var id, var fields) -> new Request.Update(id, less(fields, field));
      case Request.Archive _,
          Request.Unarchive _,
          Request.Block _,
          Request.Unblock _,
          Request.Merge _,
          Request.Inspect _,
          Request.FindByExternalId _,
          Request.FindByEmail _ ->
          request;
    };
  }

  private static SortedMap<FieldName, Wish> less(
      SortedMap<FieldName, Wish> fields, FieldName field) {
    var fewer = new TreeMap<>(fields);
    fewer.remove(field);
    return fewer;
  }

  private static <T> List<T> append(List<T> list, T element) {
    var longer = new ArrayList<>(list);
    longer.add(element);
    return List.copyOf(longer);
  }
}
