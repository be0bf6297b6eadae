package org.rollcall.apply;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.plan.Difference;

/// What it took to come this far with one member.
///
/// @param spent the remedies used, in order
/// @param without fields that Intercom would not take
/// @param warnings sentences for the operator
/// @param notKept what Intercom held instead of what it was sent, once it had taken that
/// @param unmerged leads that Intercom would not merge into the member's contact
public record Trail(
    List<Remedy> spent,
    List<FieldName> without,
    List<String> warnings,
    List<Difference> notKept,
    List<ContactId> unmerged) {
  /// It took nothing. One for all members who needed no more.
  public static final Trail NONE = new Trail(List.of(), List.of(), List.of(), List.of());

  public Trail {
    spent = List.copyOf(spent);
    without = List.copyOf(without);
    warnings = List.copyOf(warnings);
    notKept = List.copyOf(notKept);
    unmerged = List.copyOf(unmerged);
  }

  /// The same where no merge was refused.
  public Trail(
      List<Remedy> spent,
      List<FieldName> without,
      List<String> warnings,
      List<Difference> notKept) {
    this(spent, without, warnings, notKept, List.of());
  }

  /// The same trail with one remedy more.
  public Trail spending(Remedy remedy) {
    return new Trail(append(spent, List.of(remedy)), without, warnings, notKept, unmerged);
  }

  /// The same trail with one field more that Intercom would not take.
  public Trail without(FieldName field) {
    return new Trail(spent, append(without, List.of(field)), warnings, notKept, unmerged);
  }

  /// The same trail with these sentences more.
  public Trail warning(List<String> sentences) {
    return sentences.isEmpty()
        ? this
        : new Trail(spent, without, append(warnings, sentences), notKept, unmerged);
  }

  /// The same trail with these sentences before the others.
  Trail warningBefore(List<String> sentences) {
    return new Trail(spent, without, append(sentences, warnings), notKept, unmerged);
  }

  /// The same trail with one field more that Intercom did not keep.
  public Trail notKeeping(Difference difference) {
    return new Trail(spent, without, warnings, append(notKept, List.of(difference)), unmerged);
  }

  /// The same trail with one lead more that Intercom would not merge, for a reason.
  public Trail notMerging(ContactId lead, String sentence) {
    return new Trail(
        spent,
        without,
        append(warnings, List.of(sentence)),
        notKept,
        append(unmerged, List.of(lead)));
  }

  private static <T> List<T> append(List<T> list, List<T> more) {
    return Stream.concat(list.stream(), more.stream()).toList();
  }
}
