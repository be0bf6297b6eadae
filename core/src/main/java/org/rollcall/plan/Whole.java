package org.rollcall.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.JoinedTable;

/// What the shares of a plan refer to.
///
/// @param members how many members there are; more than in the plan if only some were chosen
/// @param holders for each field, how many members' contacts hold a value
/// @param joined how many rows each joined table gave to all the members; empty if not all were
///   read
public record Whole(
    int members, Map<FieldName, Integer> holders, Map<JoinedTable, Integer> joined) {
  public Whole {
    holders = Map.copyOf(holders);
    joined = Map.copyOf(joined);
  }

  /// The same without joined tables.
  public Whole(int members, Map<FieldName, Integer> holders) {
    this(members, holders, Map.of());
  }

  /// The same with what the joined tables gave.
  public Whole with(Map<JoinedTable, Integer> rows) {
    return new Whole(members, holders, rows);
  }

  /// What each joined table gave, by the name under which that is remembered.
  public Map<String, Integer> joinedByKey() {
    var rows = new TreeMap<String, Integer>();
    joined.forEach((table, count) -> rows.put(table.key(), count));
    return rows;
  }

  static Whole of(List<Change> changes) {
    var holders = new TreeMap<FieldName, Integer>();
    for (var change : changes) {
      switch (change) {
        case Change.Update update -> count(update.contact(), holders);
        case Change.Unchanged same -> count(same.contact(), holders);
        case Change.Create _, Change.Skip _, Change.Depart _, Change.Restore _ -> {}
      }
    }
    return new Whole(Counts.of(changes).total(), holders);
  }

  static void count(Contact contact, Map<FieldName, Integer> holders) {
    contact.profile().values().keySet().forEach(field -> holders.merge(field, 1, Integer::sum));
  }
}
