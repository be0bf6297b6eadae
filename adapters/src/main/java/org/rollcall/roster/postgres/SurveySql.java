package org.rollcall.roster.postgres;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.rollcall.model.Join;
import org.rollcall.model.Newest;
import org.rollcall.model.RosterQuery;

/// The statements of a [PostgresSurvey].
final class SurveySql {
  private SurveySql() {}

  /// Counts the rows of a table. It fails if a column is missing or may not be read, even if the
  /// table is empty.
  static Sql rows(RosterQuery query, String table, Collection<String> columns) {
    var named = columns.stream().map(Sql::quoted).collect(Collectors.joining(", "));
    return new Sql(
        "select count(*) from (select %s from %s) t".formatted(named, Sql.table(query, table)),
        List.of());
  }

  /// Reads the newest value as JSON, the form in which it is also read over REST. As a subquery it
  /// returns only one value and cannot write.
  static String newest(RosterQuery query, Newest asked) {
    return "select to_json((\n%s\n)) #>> '{}'".formatted(selected(query, asked));
  }

  private static String selected(RosterQuery query, Newest asked) {
    return switch (asked) {
      case Newest.Column(var table, var column) ->
          "select max(%s) from %s".formatted(Sql.quoted(column), Sql.table(query, table));
      case Newest.Query(var sql) -> sql;
      case Newest.Function(var name) -> "select %s()".formatted(Sql.table(query, name));
    };
  }

  /// Counts the single-column foreign keys that match the join.
  static Sql foreignKeys(RosterQuery query, Join.One join) {
    return new Sql(
        """
        select count(*) from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1]
        where c.contype = 'f' and cardinality(c.conkey) = 1
          and c.conrelid = to_regclass(?::text) and c.confrelid = to_regclass(?::text)
          and a.attname = ?::text and f.attname = ?::text\
        """,
        List.of(
            Sql.table(query, query.table()),
            Sql.table(query, join.table()),
            join.on(),
            join.key()));
  }
}
