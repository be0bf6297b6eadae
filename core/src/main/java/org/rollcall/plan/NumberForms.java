package org.rollcall.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy.UnknownExternalId;
import org.rollcall.model.Visible;

/// The forms that the members' numbers have, for telling whether an id looks like one of them.
///
/// A form says how many digits there are and where; all other characters are part of it, since
/// letters often say of what kind a number is: `S-0042` may be a member of staff where `M-0042` is
/// a member. All UUIDs have one form. A form that few rows have is none: a few odd rows must not
/// make staff look like members.
///
/// Immutable.
final class NumberForms {
  /// A form must be that of so many rows.
  private static final int FEWEST = 3;

  /// And of one row in so many.
  private static final int SHARE = 100;

  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
  private static final String UUID = "00000000-0000-0000-0000-000000000000";

  private final Set<String> forms;

  private NumberForms(Set<String> forms) {
    this.forms = forms;
  }

  /// The forms of these numbers, which are all of the members' table.
  static NumberForms of(Collection<MemberId> numbers) {
    Map<String, Integer> rows = new HashMap<>();
    numbers.forEach(number -> rows.merge(form(number.value()), 1, Integer::sum));
    long fewest = Math.max(FEWEST, Math.ceilDiv(numbers.size(), SHARE));
    return new NumberForms(
        rows.entrySet().stream()
            .filter(each -> each.getValue() >= fewest)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()));
  }

  /// Whether `externalId` looks like a member's number.
  boolean has(String externalId) {
    return forms.contains(form(Visible.of(externalId)));
  }

  private static String form(String number) {
    return UnknownExternalId.Adopt.UUIDS.mayBeTaken(number)
        ? UUID
        : DIGIT.matcher(number).replaceAll("0");
  }
}
