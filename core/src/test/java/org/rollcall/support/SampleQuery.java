package org.rollcall.support;

import static org.rollcall.model.ColumnType.DATE;
import static org.rollcall.model.ColumnType.INTEGER;
import static org.rollcall.model.ColumnType.TEXT;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.ColumnType;
import org.rollcall.model.Condition;
import org.rollcall.model.Join;
import org.rollcall.model.RosterQuery;

/// The first user's query for the sample roster's tables.
public final class SampleQuery {
  private SampleQuery() {}

  /// The query for the tables in `schema`.
  public static RosterQuery in(String schema) {
    return new RosterQuery(schema, "members", "membernumber", columns(), where(), joins());
  }

  private static SortedMap<String, ColumnType> columns() {
    return new TreeMap<>(
        Map.of(
            "membernumber", TEXT,
            "firstname", TEXT,
            "lastname", TEXT,
            "username", TEXT,
            "email", TEXT,
            "phone", TEXT,
            "status", TEXT,
            "membertypeid", INTEGER,
            "region_id", INTEGER,
            "facility_id", INTEGER));
  }

  private static List<Condition> where() {
    return List.of(
        new Condition.OneOf("status", List.of("Active", "Retired")),
        new Condition.NotNull("email"));
  }

  private static List<Join> joins() {
    var place = Map.of("id", INTEGER, "code", TEXT, "name", TEXT);
    return List.of(
        new Join.One("region", "regions", "region_id", "id", new TreeMap<>(place)),
        new Join.One("facility", "facilities", "facility_id", "id", new TreeMap<>(place)),
        new Join.One(
            "type",
            "member_types",
            "membertypeid",
            "id",
            new TreeMap<>(Map.of("id", INTEGER, "type_name", TEXT))),
        new Join.Many(
            "positions",
            "positions",
            "membernumber",
            "id",
            new TreeMap<>(Map.of("positiontype", TEXT, "start_date", DATE, "end_date", DATE))));
  }
}
