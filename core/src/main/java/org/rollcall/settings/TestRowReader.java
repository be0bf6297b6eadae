package org.rollcall.settings;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.ColumnType;
import org.rollcall.model.Condition;
import org.rollcall.model.Join;
import org.rollcall.model.RosterQuery;

/// Reads the row of a test: columns by name, a joined row as a group, several as a list of groups.
///
/// @param query what the mapping reads
record TestRowReader(RosterQuery query) {
  Map<String, @Nullable Object> read(Section test) {
    var row = new LinkedHashMap<String, @Nullable Object>();
    test.required("row", "the columns that matter, such as { status: Retired }")
        .map(Field::section)
        .ifPresent(section -> section.all().forEach((name, field) -> put(name, field, row)));
    return row;
  }

  /// The columns of the members that a test may give: those that are read, and those that decide
  /// who is eligible.
  private SortedMap<String, ColumnType> columns() {
    var columns = new TreeMap<>(query.columns());
    query.where().stream()
        .map(Condition::column)
        .forEach(column -> columns.putIfAbsent(column, ColumnType.TEXT));
    return columns;
  }

  private void put(String name, Field field, Map<String, @Nullable Object> row) {
    var join = query.joins().stream().filter(each -> each.name().equals(name)).findFirst();
    if (join.isPresent()) {
      row.put(name, joined(join.get(), field));
      return;
    }
    var known = new TreeSet<>(columns().keySet());
    query.joins().forEach(each -> known.add(each.name()));
    row.put(name, column(name, field, columns(), known));
  }

  private static @Nullable Object joined(Join join, Field field) {
    if (field.isNull()) {
      return null;
    }
    return switch (join) {
      case Join.One one -> joinedRow(one, field);
      case Join.Many many -> {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        field.list().forEach(item -> rows.add(joinedRow(many, item)));
        yield rows;
      }
    };
  }

  private static Map<String, @Nullable Object> joinedRow(Join join, Field field) {
    var row = new LinkedHashMap<String, @Nullable Object>();
    field
        .section()
        .all()
        .forEach((name, value) ->
            row.put(name, column(name, value, join.columns(), join.columns().keySet())));
    return row;
  }

  private static @Nullable Object column(
      String name, Field field, SortedMap<String, ColumnType> columns, Collection<String> known) {
    var type = columns.get(name);
    if (type == null) {
      field.report(
          "%s is no column that is read; expected %s%s"
              .formatted(field.path(), Forms.choice(known), Nearest.hint(name, known)));
      return null;
    }
    return field.isNull() ? null : value(field, type).orElse(null);
  }

  private static Optional<Object> value(Field field, ColumnType type) {
    return switch (type) {
      case TEXT, DATE, TIMESTAMP -> Optional.of(field.literal());
      case INTEGER -> field.literal("a whole number", TestRowReader::integer);
      case NUMBER -> field.literal("a number", TestRowReader::number);
      case BOOLEAN ->
          field.literal("true or false", text -> Forms.flag(text).map(Object.class::cast));
    };
  }

  private static Optional<Object> integer(String text) {
    if (!text.matches("-?\\d{1,40}")) {
      return Optional.empty();
    }
    var number = new BigInteger(text);
    return Optional.of(number.bitLength() < Long.SIZE ? (Object) number.longValue() : number);
  }

  private static Optional<Object> number(String text) {
    return text.matches("-?\\d{1,40}(\\.\\d{1,40})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }
}
