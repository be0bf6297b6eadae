package org.rollcall.settings;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.ColumnType;
import org.rollcall.model.RosterQuery;

/// Reads the tables and columns of the roster.
final class RosterReader {
  /// @param conditions the conditions for joined rows, by join
  record Read(RosterQuery query, SortedMap<String, Expression> conditions) {}

  private static final RosterQuery NOTHING =
      new RosterQuery("", "", "", new TreeMap<>(), List.of(), List.of());

  private RosterReader() {}

  static Read read(Section root, String schema) {
    return root.required("roster", "the tables to read members from")
        .map(Field::section)
        .map(section -> read(section, schema, new TreeMap<>()))
        .orElseGet(() -> new Read(NOTHING, new TreeMap<>()));
  }

  private static Read read(
      Section section, String schema, SortedMap<String, Expression> conditions) {
    var columns = columns(section);
    var query =
        new RosterQuery(
            schema,
            section.text("table", "the members' table"),
            key(section, columns),
            columns,
            ConditionReader.read(section),
            JoinReader.read(section, columns, conditions));
    section.close();
    return new Read(query, conditions);
  }

  private static String key(Section section, SortedMap<String, ColumnType> columns) {
    var key = section.text("key", "the column that holds the member's number");
    if (!key.isEmpty() && !columns.containsKey(key)) {
      section
          .optional("key")
          .orElseThrow()
          .report(
              "roster.key names \"%s\"; expected one of the columns under roster.columns%s"
                  .formatted(key, Nearest.hint(key, columns.keySet())));
    }
    return key;
  }

  /// The columns of a table with their types.
  static SortedMap<String, ColumnType> columns(Section section) {
    var columns = new TreeMap<String, ColumnType>();
    section
        .required("columns", "the columns to read, each with its type")
        .map(Field::section)
        .ifPresent(group ->
            group
                .all()
                .forEach((name, field) ->
                    columns.put(name, field.word(ColumnType.class).orElse(ColumnType.TEXT))));
    return columns;
  }
}
