package org.rollcall.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.rollcall.model.ColumnType;
import org.rollcall.model.Join;

/// Reads the tables that are joined to the members.
final class JoinReader {
  private JoinReader() {}

  static List<Join> read(
      Section section,
      SortedMap<String, ColumnType> columns,
      SortedMap<String, Expression> conditions) {
    var joins = new ArrayList<Join>();
    section
        .optional("join")
        .map(Field::section)
        .ifPresent(group ->
            group
                .all()
                .forEach((name, field) -> {
                  if (columns.containsKey(name)) {
                    field.report(
                        "%s is the name of a column too; expected another name"
                            .formatted(field.path()));
                  }
                  joins.add(join(name, field.section(), conditions));
                }));
    return joins;
  }

  private static Join join(String name, Section section, SortedMap<String, Expression> conditions) {
    section
        .optional("where")
        .flatMap(Field::expression)
        .ifPresent(condition -> conditions.put(name, condition));
    var join = join(name, section);
    section.close();
    return join;
  }

  private static Join join(String name, Section section) {
    var table = section.text("table", "the table to join");
    var key = section.optionalText("key").orElse("id");
    var one = section.optionalText("on");
    var many = section.optionalText("many");
    if (one.isPresent() == many.isPresent() && section.self().isSection()) {
      section
          .self()
          .report(
              "%s has %s; expected exactly one of on (a column of the roster) and many (a column of %s)"
                  .formatted(
                      section.self().path(),
                      one.isPresent() ? "both on and many" : "neither on nor many",
                      table));
    }
    return many.<Join>map(foreignKey ->
            new Join.Many(name, table, foreignKey, key, RosterReader.columns(section)))
        .orElseGet(
            () -> new Join.One(name, table, one.orElse(""), key, RosterReader.columns(section)));
  }
}
