package org.rollcall.roster.postgres;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.rollcall.model.Join;
import org.rollcall.model.Newest;
import org.rollcall.model.RosterQuery;

/// The statements of a [PostgresSurvey].
final class SurveySql {
  /// Reads in words which other sessions hold a table against reading, or wait to: readers queue
  /// behind both. No other kind of lock keeps a reader waiting.
  static final String LOCK_HOLDERS =
      """
      select string_agg(
        format('process %s (user %s, application %s, %s) %s %s since %s', a.pid,
          coalesce(a.usename, 'unknown'), coalesce(nullif(a.application_name, ''), 'unnamed'),
          coalesce(a.state, 'in an unknown state'),
          case when l.granted then 'holds' else 'waits for' end, l.relation::regclass,
          to_char(a.xact_start at time zone 'UTC', 'HH24:MI:SS "UTC"')),
        ', ' order by l.granted desc, a.pid)
      from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.mode = 'AccessExclusiveLock' and l.locktype = 'relation'
        and l.pid <> pg_backend_pid()
        and l.database = (select oid from pg_database where datname = current_database())
        and l.relation in (select oid from pg_class where relkind in ('r', 'p', 'v', 'm', 'f'))\
      """;

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
