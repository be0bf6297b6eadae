package org.rollcall.roster.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rollcall.model.Condition;
import org.rollcall.model.Join;
import org.rollcall.model.RosterQuery;

/// A statement and the texts for its question marks.
record Sql(String text, List<String> parameters) {
  Sql {
    parameters = List.copyOf(parameters);
  }

  /// Counts the eligible members.
  static Sql count(RosterQuery query) {
    return new Sql(
        "select count(*) from %s m %s".formatted(table(query, query.table()), where(query)),
        values(query));
  }

  /// Reads every eligible member as one JSON text with the joined rows nested in it.
  ///
  /// The database makes the JSON with the function that PostgREST uses, so that all values read the
  /// same either way.
  ///
  /// @param comparisons how the key of each join is compared, in the order of the joins
  static Sql members(RosterQuery query, List<KeyComparison> comparisons, OptionalInt limit) {
    var columns = new ArrayList<>(columns("m", query.columns().keySet()));
    var joins = new ArrayList<String>();
    for (var join : query.joins()) {
      var alias = "j" + joins.size();
      columns.add("%s as %s".formatted(nested(join, alias), quoted(join.name())));
      joins.add(joined(query, join, comparisons.get(joins.size()), alias));
    }
    return new Sql(
        "select (select row_to_json(r) from (select %s) r)::text from %s m %s %s order by m.%s %s"
            .formatted(
                String.join(", ", columns),
                table(query, query.table()),
                String.join(" ", joins),
                where(query),
                quoted(query.key()),
                limit.isPresent() ? "limit " + limit.getAsInt() : ""),
        values(query));
  }

  /// Reads the keys of the whole table.
  static Sql keys(RosterQuery query) {
    return new Sql(
        "select to_json(%s)::text from %s"
            .formatted(quoted(query.key()), table(query, query.table())),
        List.of());
  }

  private static String nested(Join join, String alias) {
    return switch (join) {
      case Join.One _ -> alias + ".found";
      case Join.Many _ -> "coalesce(%s.found, '[]')".formatted(alias);
    };
  }

  /// Reads the joined table with one row for each value of its key column, so that it does not
  /// multiply members and is read only once, even without an index.
  private static String joined(
      RosterQuery query, Join join, KeyComparison comparison, String alias) {
    return switch (join) {
      case Join.One one ->
          "left join (select %1$s as value, %2$s as found from %3$s t) %4$s on %5$s"
              .formatted(
                  comparison.value("t." + quoted(one.key())),
                  object(join),
                  table(query, join.table()),
                  alias,
                  comparison.equal(alias + ".value", "m." + quoted(one.on())));
      case Join.Many many ->
          "left join (select %1$s as value, json_agg(%2$s order by t.%6$s) as found from %3$s t group by 1) %4$s on %5$s"
              .formatted(
                  comparison.value("t." + quoted(many.foreignKey())),
                  object(join),
                  table(query, join.table()),
                  alias,
                  comparison.equal(alias + ".value", "m." + quoted(query.key())),
                  quoted(many.key()));
    };
  }

  private static String object(Join join) {
    return "(select row_to_json(c) from (select %s) c)"
        .formatted(String.join(", ", columns("t", join.columns().keySet())));
  }

  private static List<String> columns(String alias, Collection<String> names) {
    return names.stream().map(name -> alias + "." + quoted(name)).toList();
  }

  private static String where(RosterQuery query) {
    return query.where().isEmpty()
        ? ""
        : query.where().stream()
            .map(Sql::condition)
            .collect(Collectors.joining(" and ", "where ", ""));
  }

  private static String condition(Condition condition) {
    var column = "m." + quoted(condition.column());
    return switch (condition) {
      case Condition.OneOf(_, var values) -> column + " in (" + marks(values.size()) + ")";
      case Condition.NotNull _ -> column + " is not null";
      case Condition.IsNull _ -> column + " is null";
    };
  }

  private static List<String> values(RosterQuery query) {
    return query.where().stream()
        .flatMap(condition ->
            switch (condition) {
              case Condition.OneOf(_, var values) -> values.stream();
              case Condition.NotNull _ -> Stream.<String>empty();
              case Condition.IsNull _ -> Stream.<String>empty();
            })
        .toList();
  }

  private static String marks(int count) {
    return IntStream.range(0, count).mapToObj(_ -> "?").collect(Collectors.joining(", "));
  }

  /// A table in the query's schema.
  static String table(RosterQuery query, String name) {
    return quoted(query.schema()) + "." + quoted(name);
  }

  /// A quoted SQL identifier.
  static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
