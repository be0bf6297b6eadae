package org.rollcall.support;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.ColumnType;
import org.rollcall.model.RosterQuery;
import org.rollcall.sandbox.SampleRoster;

/// A Supabase project of real parts with tables that a test makes.
public final class RawStage {
  private RawStage() {}

  /// Runs `sql` and starts the project then, with the given limit of rows per answer.
  public static SupabaseStage of(String sql, int mostRows)
      throws SQLException, IOException, InterruptedException {
    var database = TestPostgres.database();
    try (var connection = database.connect()) {
      SampleRoster.of(1).load(connection);
    }
    database.execute(sql);
    database.execute("grant select on all tables in schema public to service_role");
    var postgrest = RealPostgrest.start(database, "public", mostRows);
    var gateway = SupabaseGateway.before(postgrest.url());
    return new SupabaseStage(
        database,
        postgrest,
        gateway,
        new RosterQuery("public", "", "", new TreeMap<>(), List.of(), List.of()));
  }

  /// Columns of type text.
  public static SortedMap<String, ColumnType> columns(String... names) {
    var columns = new TreeMap<String, ColumnType>();
    for (var name : names) {
      columns.put(name, ColumnType.TEXT);
    }
    return columns;
  }
}
