package org.rollcall.apply;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.FieldName;
import org.rollcall.plan.Difference;

/// What it took to come this far with one member.
///
/// @param spent the remedies used, in order
/// @param without fields that Intercom would not take
/// @param warnings sentences for the operator
/// @param notKept what Intercom held instead of what it was sent, once it had taken that
public record Trail(
    List<Remedy> spent, List<FieldName> without, List<String> warnings, List<Difference> notKept) {
  /// It took nothing. One for all members who needed no more.
  public static final Trail NONE = new Trail(List.of(), List.of(), List.of(), List.of());

  public Trail {
    spent = List.copyOf(spent);
    without = List.copyOf(without);
    warnings = List.copyOf(warnings);
    notKept = List.copyOf(notKept);
  }

  /// The same trail with one remedy more.
  public Trail spending(Remedy remedy) {
    return new Trail(append(spent, List.of(remedy)), without, warnings, notKept);
  }

  /// The same trail with one field more that Intercom would not take.
  public Trail without(FieldName field) {
    return new Trail(spent, append(without, List.of(field)), warnings, notKept);
  }

  /// The same trail with these sentences more.
  public Trail warning(List<String> sentences) {
    return sentences.isEmpty()
        ? this
        : new Trail(spent, without, append(warnings, sentences), notKept);
  }

  /// The same trail with these sentences before the others.
  Trail warningBefore(List<String> sentences) {
    return new Trail(spent, without, append(sentences, warnings), notKept);
  }

  /// The same trail with one field more that Intercom did not keep.
  public Trail notKeeping(Difference difference) {
    return new Trail(spent, without, warnings, append(notKept, List.of(difference)));
  }

  private static <T> List<T> append(List<T> list, List<T> more) {
    return Stream.concat(list.stream(), more.stream()).toList();
  }
}
