package org.rollcall.review;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rollcall.model.FieldName;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Difference;

/// How a plan changes one field of the contacts that there are.
///
/// @param contacts how many change
/// @param filled how many of them had no value
/// @param emptied how many of them lose their value
/// @param pairs what becomes what, the most frequent first
public record FieldChanges(
    FieldName field, int contacts, int filled, int emptied, List<Pair> pairs) {
  private static final Set<FieldName> PERSONAL =
      Set.of(FieldName.EMAIL, FieldName.NAME, FieldName.PHONE, FieldName.EXTERNAL_ID);

  /// A value that becomes another.
  ///
  /// @param contacts in how many
  public record Pair(Difference change, int contacts) {
    private Pair as(Privacy privacy) {
      return new Pair(Difference.as(privacy, List.of(change)).getFirst(), contacts);
    }
  }

  public FieldChanges {
    pairs = List.copyOf(pairs);
  }

  /// How many change from one value to another.
  public int replaced() {
    return contacts - filled - emptied;
  }

  /// What becomes what, the most frequent first. None where the values are one person's: they are
  /// different for everybody.
  ///
  /// @param privacy how people's data appear
  /// @param most how many at most
  public List<Pair> frequent(Privacy privacy, int most) {
    return isPersonal()
        ? List.of()
        : pairs.stream().limit(most).map(pair -> pair.as(privacy)).toList();
  }

  /// How many contacts the first pairs are about.
  public int shown(int most) {
    return pairs.stream().limit(most).mapToInt(Pair::contacts).sum();
  }

  /// Whether the field's values are one person's: a name, an address, a number to call.
  public boolean isPersonal() {
    return PERSONAL.contains(field);
  }

  /// Counts one field's changes. Not for use by several threads.
  static final class Tally {
    private final Map<Difference, Integer> pairs = new LinkedHashMap<>();
    private int contacts;
    private int filled;
    private int emptied;

    void count(Difference difference) {
      contacts++;
      if (difference.before().isEmpty()) {
        filled++;
      } else if (difference.after().isEmpty()) {
        emptied++;
      }
      pairs.merge(difference, 1, Integer::sum);
    }

    FieldChanges of(FieldName field) {
      var sorted =
          pairs.entrySet().stream()
              .map(each -> new Pair(each.getKey(), each.getValue()))
              .sorted(Comparator.comparingInt(Pair::contacts).reversed())
              .toList();
      return new FieldChanges(field, contacts, filled, emptied, sorted);
    }
  }
}
