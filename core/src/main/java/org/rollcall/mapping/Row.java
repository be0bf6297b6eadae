package org.rollcall.mapping;

import dev.cel.common.types.CelType;
import dev.cel.common.values.NullValue;
import dev.cel.common.values.StructValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollcall.mapping.Table.Joined;

/// A roster row for expressions. Selecting from an absent row gives null, so `member.region.code`
/// is safe for a member without a region.
///
/// For one thread, because it caches joined rows. The library requires immutable values; the cache
/// is not visible from outside.
@SuppressWarnings("Immutable")
final class Row extends StructValue<String, Row> {
  private final Table table;
  private final Map<?, ?> values;
  private final boolean there;
  private final String today;
  private final Map<String, Object> joined = new HashMap<>();

  private Row(Table table, Map<?, ?> values, boolean there, String today) {
    this.table = table;
    this.values = values;
    this.there = there;
    this.today = today;
  }

  /// @param values the values by column or join
  /// @param today the date in the form of the column type `date`
  static Row of(Table table, Map<?, ?> values, String today) {
    return new Row(table, values, true, today);
  }

  /// The value of a plain name in the condition of a join.
  Optional<Object> variable(String name) {
    if (name.equals(Backticks.ROW) && !table.columns().containsKey(name)) {
      return Optional.of(this);
    }
    return Optional.of(name.equals("today") ? today : select(name));
  }

  @Override
  public Object select(String field) {
    var join = table.joins().get(field);
    return join == null ? cell(field) : joined.computeIfAbsent(field, _ -> joined(join, field));
  }

  /// The answer to `has(...)`.
  @Override
  public Optional<Object> find(String field) {
    return Optional.of(select(field)).filter(Row::isThere);
  }

  private static boolean isThere(Object value) {
    return value instanceof Row row ? row.there : !(value instanceof NullValue);
  }

  private Object cell(String column) {
    var type = table.columns().get(column);
    return type == null ? NullValue.NULL_VALUE : Cells.value(column, type, values.get(column));
  }

  private Object joined(Joined join, String field) {
    return switch (join) {
      case Joined.One(var other, var test) -> one(other, test, values.get(field));
      case Joined.Many(var other, var test) -> many(other, test, values.get(field));
    };
  }

  private Row one(Table other, Table.RowTest test, @Nullable Object value) {
    if (value instanceof Map<?, ?> columns) {
      var row = of(other, columns, today);
      if (test.counts(row)) {
        return row;
      }
    }
    return new Row(other, Map.of(), false, today);
  }

  private List<Row> many(Table other, Table.RowTest test, @Nullable Object value) {
    return value instanceof List<?> rows
        ? rows.stream()
            .filter(Map.class::isInstance)
            .map(row -> of(other, (Map<?, ?>) row, today))
            .filter(test::counts)
            .toList()
        : List.of();
  }

  @Override
  public Row value() {
    return this;
  }

  @Override
  public boolean isZeroValue() {
    return !there;
  }

  @Override
  public CelType celType() {
    return table.reference();
  }
}
