package org.rollcall.roster.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.RosterQuery;
import org.rollcall.roster.Attempt;
import org.rollcall.roster.ColumnTypes;
import org.rollcall.roster.Patience;
import org.rollcall.roster.Rows;
import org.rollcall.survey.Catalog;
import org.rollcall.survey.SchemaTables;

/// The tables of a schema over a plain connection: those with a column that the user may read.
///
/// @param query names the schema
/// @param patience the retries for a question without an answer
public record PostgresCatalog(PostgresUrl url, RosterQuery query, Patience patience)
    implements Catalog {
  private static final int PAGE = 1000;

  private static final String COLUMNS =
      """
      select json_build_object('table', c.relname, 'column', a.attname,
        'type', format_type(case when t.typtype = 'd' then t.typbasetype else t.oid end, null))::text
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = a.atttypid
      where n.nspname = ?::text and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and a.attnum > 0 and not a.attisdropped
        and has_schema_privilege(n.oid, 'usage') and has_column_privilege(c.oid, a.attnum, 'select')\
      """;

  @Override
  public Optional<SchemaTables> tables() throws InterruptedException {
    var what = "The list of tables in schema " + query.schema();
    return Optional.of(patience.until(what, _ -> {}, this::once));
  }

  private Attempt<SchemaTables> once() {
    try (var snapshot = Snapshot.of(url)) {
      var types = new ColumnTypes();
      snapshot.texts(
          new Sql(COLUMNS, List.of(query.schema())), PAGE, json -> add(Rows.row(json), types));
      return new Attempt.Got<>(new SchemaTables(types.tables()));
    } catch (SQLException fault) {
      return new Faults(query, url).judge(fault);
    }
  }

  private static void add(Map<String, @Nullable Object> row, ColumnTypes types) {
    types.add(
        Rows.text(row.get("table")), Rows.text(row.get("column")), Rows.text(row.get("type")));
  }
}
