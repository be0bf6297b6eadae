package org.rollcall.roster.supabase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rollcall.model.Join;
import org.rollcall.roster.Stops;
import org.rollcall.run.RunEvent;

/// To which of the values that were asked for a joined row belongs. The server found the row by the
/// database's own equality; the texts may differ all the same.
final class Owners {
  /// The most rows of a table that may belong to nobody.
  private static final int FEW = 5;

  private final String table;
  private final String column;
  private final KeyEquality equality;
  private final KeyEquality ofMembers;
  private final Set<String> strays = new TreeSet<>();

  private Owners(KeyEquality equality, KeyEquality ofMembers, String table, String column) {
    this.table = table;
    this.column = column;
    this.equality = equality;
    this.ofMembers = ofMembers;
  }

  /// @param column the joined table's column
  /// @param here the members' column
  static Owners of(Join join, String column, String members, String here) {
    return new Owners(
        new KeyEquality(join.table(), column),
        new KeyEquality(members, here),
        join.table(),
        column);
  }

  /// The texts to ask for: the values, and without their last blanks those that have some, because
  /// they may come from a `char(n)`, whose blanks do not count.
  static Collection<String> forms(Collection<String> values) {
    var forms = new TreeSet<>(values);
    values.forEach(value -> forms.add(Likeness.withoutBlanks(value)));
    return forms;
  }

  /// The values among `wanted` that each value of `came` equals.
  ///
  /// @throws org.rollcall.run.RunStopped when too many equal none
  Map<String, List<String>> of(
      Collection<String> wanted, Collection<String> came, PageReader reader)
      throws InterruptedException {
    var alike = new HashMap<String, List<String>>();
    for (var value : new HashSet<>(wanted)) {
      alike.computeIfAbsent(Likeness.loose(value), _ -> new ArrayList<>()).add(value);
    }
    var owners = new HashMap<String, List<String>>();
    var asked = forms(wanted);
    for (var there : new HashSet<>(came)) {
      var equal = new ArrayList<String>();
      for (var value : alike.getOrDefault(Likeness.loose(there), List.of())) {
        if (isEqual(there, value, reader)) {
          equal.add(value);
        }
      }
      owners.put(there, equal);
      if (equal.isEmpty() && !asked.contains(there)) {
        stray(there);
      }
    }
    return owners;
  }

  private boolean isEqual(String there, String value, PageReader reader)
      throws InterruptedException {
    var bare = Likeness.withoutBlanks(value);
    return isSame(there, value, reader)
        || (!bare.equals(value)
            && isSame(there, bare, reader)
            && ofMembers.holds(value, bare, reader));
  }

  private boolean isSame(String there, String value, PageReader reader)
      throws InterruptedException {
    return value.equals(there) || equality.holds(there, value, reader);
  }

  private void stray(String there) {
    strays.add(there);
    if (strays.size() > FEW) {
      throw Stops.strays(table, column, strays);
    }
  }

  /// Warns of rows that belong to nobody.
  void tell(PageReader reader) {
    if (!strays.isEmpty()) {
      reader.tell(
          new RunEvent.Warned(
              "%s of %s came for a member's value and belong%s to none: %s is %s there. They count as rows of nobody; write the values alike in both tables."
                  .formatted(
                      strays.size() == 1 ? "A row" : strays.size() + " rows",
                      table,
                      strays.size() == 1 ? "s" : "",
                      column,
                      String.join(", ", strays))));
    }
  }
}
