package org.rollcall.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rollcall.model.ColumnType;
import org.rollcall.model.Condition;
import org.rollcall.model.Join;
import org.rollcall.model.RosterQuery;
import org.rollcall.survey.SchemaTables;

/// Makes the roster's part of the built-in settings fit the tables that there are: what is not
/// there is commented out with the reason.
final class RosterDraft {
  private final SettingsLines lines;
  private final RosterQuery query;
  private final SchemaTables tables;
  private final List<String> told = new ArrayList<>();

  /// @param lines the built-in settings; they are changed
  /// @param query what they read
  RosterDraft(SettingsLines lines, RosterQuery query, SchemaTables tables) {
    this.lines = lines;
    this.query = query;
    this.tables = tables;
  }

  /// What a person has to be told: what was not there.
  ///
  /// @throws UnfitRoster when there is no table of members, or it has no key
  List<String> fit() {
    var columns = tables.columns(query.table());
    if (columns.isEmpty()) {
      throw UnfitRoster.noTable(query, tables);
    }
    if (!columns.containsKey(query.key())) {
      throw UnfitRoster.noColumn(query, query.key(), columns.keySet());
    }
    columns(columns);
    query.where().stream().map(Condition::column).forEach(column -> condition(column, columns));
    query.joins().forEach(join -> join(join, columns));
    others(columns);
    return told;
  }

  private void columns(SortedMap<String, Optional<ColumnType>> columns) {
    query
        .columns()
        .forEach((column, type) -> {
          var path = "roster.columns." + column;
          var found = columns.get(column);
          if (found == null) {
            gone(path, "no column %s in %s".formatted(column, query.table()));
          } else if (found.isEmpty()) {
            gone(path, "%s.%s holds lists or objects".formatted(query.table(), column));
          } else if (type != ColumnType.TEXT && found.get() != type) {
            lines.set(path, word(found.get()));
          }
        });
  }

  private void condition(String column, SortedMap<String, Optional<ColumnType>> columns) {
    if (!columns.containsKey(column)) {
      gone("roster.where." + column, "no column %s in %s".formatted(column, query.table()));
    }
  }

  private void join(Join join, SortedMap<String, Optional<ColumnType>> members) {
    var joined = tables.columns(join.table());
    var path = "roster.join." + join.name();
    var lacking = lacking(join, members, joined);
    if (lacking.isPresent()) {
      gone(path, lacking.get());
      return;
    }
    var kept = new TreeMap<String, ColumnType>();
    join.columns()
        .forEach((column, type) ->
            joined
                .getOrDefault(column, Optional.empty())
                .map(found -> type == ColumnType.TEXT ? type : found)
                .ifPresent(found -> kept.put(column, found)));
    if (kept.isEmpty()) {
      gone(
          path,
          "no column %s in %s".formatted(String.join(", ", join.columns().keySet()), join.table()));
      return;
    }
    if (kept.size() < join.columns().size()) {
      var missing = new TreeSet<>(join.columns().keySet());
      missing.removeAll(joined.keySet());
      tell("no column %s in %s".formatted(String.join(", ", missing), join.table()));
    }
    if (!kept.equals(join.columns())) {
      lines.set(
          path + ".columns",
          kept.entrySet().stream()
              .map(each -> each.getKey() + ": " + word(each.getValue()))
              .collect(Collectors.joining(", ", "{ ", " }")));
    }
  }

  private Optional<String> lacking(
      Join join,
      SortedMap<String, Optional<ColumnType>> members,
      SortedMap<String, Optional<ColumnType>> joined) {
    if (joined.isEmpty()) {
      return Optional.of("no table " + join.table());
    }
    return switch (join) {
      case Join.One one ->
          lacking(one.on(), query.table(), members)
              .or(() -> lacking(one.key(), one.table(), joined));
      case Join.Many many ->
          lacking(many.foreignKey(), many.table(), joined)
              .or(() -> lacking(many.key(), many.table(), joined));
    };
  }

  private static Optional<String> lacking(
      String column, String table, SortedMap<String, Optional<ColumnType>> columns) {
    return columns.containsKey(column)
        ? Optional.empty()
        : Optional.of("no column %s in %s".formatted(column, table));
  }

  /// What the database has besides, so that a person need not look it up.
  private void others(SortedMap<String, Optional<ColumnType>> columns) {
    var unread = new TreeSet<>(columns.keySet());
    unread.removeAll(query.columns().keySet());
    if (!unread.isEmpty()) {
      lines.note(
          "roster.columns",
          List.of("%s also has: %s.".formatted(query.table(), Names.listed(unread))));
    }
    var beside = new TreeSet<>(tables.names());
    beside.remove(query.table());
    query.joins().forEach(join -> beside.remove(join.table()));
    if (!beside.isEmpty()) {
      lines.note(
          "roster.join",
          List.of("The schema %s also has: %s.".formatted(query.schema(), Names.listed(beside))));
    }
  }

  private void gone(String path, String why) {
    lines.commentOut(path, "There is " + why + ".");
    tell(why);
  }

  private void tell(String why) {
    if (!told.contains(why)) {
      told.add(why);
    }
  }

  private static String word(ColumnType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
