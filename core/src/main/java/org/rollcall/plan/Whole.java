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
/// @param everybody how many rows the members' table has, eligible or not; 0 if that is not known
/// @param joined how many rows each joined table gave to all the members; empty if not all were
///   read
public record Whole(
    int members, Map<FieldName, Integer> holders, int everybody, Map<JoinedTable, Integer> joined) {
  /// The name under which the rows of the members' table are remembered beside those of joined
  /// tables, whose keys have a blank.
  static final String EVERYBODY = "everybody";

  /// The same for the users that Intercom lists.
  public static final String USERS = "users";

  /// The same for the members who have a contact.
  public static final String FOUND = "found";

  public Whole {
    holders = Map.copyOf(holders);
    joined = Map.copyOf(joined);
  }

  /// The same without joined tables.
  public Whole(int members, Map<FieldName, Integer> holders) {
    this(members, holders, 0, Map.of());
  }

  /// The same with what was counted while everybody was read.
  public Whole with(int rowsOfMembers, Map<JoinedTable, Integer> rows) {
    return new Whole(members, holders, rowsOfMembers, rows);
  }

  /// What the tables gave, by the names under which that is remembered.
  public Map<String, Integer> rowsByKey() {
    var rows = new TreeMap<String, Integer>();
    if (everybody > 0) {
      rows.put(EVERYBODY, everybody);
    }
    joined.forEach((table, count) -> rows.put(table.key(), count));
    return rows;
  }

  static Whole of(List<Change> changes) {
    var holders = new TreeMap<FieldName, Integer>();
    for (var change : changes) {
      switch (change) {
        case Change.Update update -> count(update.contact(), holders);
        case Change.Unchanged same -> count(same.contact(), holders);
        case Change.Clash clash -> count(clash.contact(), holders);
        case Change.Create _,
            Change.Skip _,
            Change.Depart _,
            Change.Restore _,
            Change.Revive _ -> {}
      }
    }
    return new Whole(Counts.of(changes).total(), holders);
  }

  static void count(Contact contact, Map<FieldName, Integer> holders) {
    contact.profile().values().keySet().forEach(field -> holders.merge(field, 1, Integer::sum));
  }
}
