package org.rollcall.mapping;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rollcall.model.ColumnType;

/// A table of the roster for expressions: its declared columns and the tables joined to it.
///
/// @param name the name of the table
/// @param joins the joined tables by name; only the members' table has any
record Table(String name, SortedMap<String, ColumnType> columns, SortedMap<String, Joined> joins) {
  /// A table joined to another.
  sealed interface Joined {
    Table table();

    /// The test for the rows that count.
    RowTest test();

    /// The type of the field with the joined rows.
    CelType type();

    /// At most one row.
    record One(Table table, RowTest test) implements Joined {
      @Override
      public CelType type() {
        return table.reference();
      }
    }

    /// Any number of rows.
    record Many(Table table, RowTest test) implements Joined {
      @Override
      public CelType type() {
        return ListType.create(table.reference());
      }
    }
  }

  /// Decides which rows count.
  @FunctionalInterface
  interface RowTest {
    /// @throws UnmappableValue when a value of the row cannot be used
    boolean counts(Row row);

    /// The test that a condition makes. A row counts only if the condition is true; without a
    /// result it does not count.
    static RowTest of(Formula condition) {
      return row ->
          switch (condition.compute(row::variable)) {
            case ComputedValue.Something(var value) -> value.equals(true);
            case ComputedValue.Nothing() -> false;
            case ComputedValue.Trouble(var reason, var column) ->
                throw new UnmappableValue(reason, column);
          };
    }
  }

  /// The name of the type of its rows, which no expression can contain.
  String typeName() {
    return "row of " + name;
  }

  CelType reference() {
    return StructTypeReference.create(typeName());
  }

  /// The type of its rows for the checker.
  StructType type() {
    var fields = ImmutableMap.<String, CelType>builder();
    columns.forEach((column, type) -> fields.put(column, Cells.type(type)));
    joins.forEach((join, joined) -> fields.put(join, joined.type()));
    var types = fields.buildOrThrow();
    return StructType.create(
        typeName(), types.keySet(), field -> Optional.ofNullable(types.get(field)));
  }

  /// All names that may follow the dot.
  Set<String> names() {
    var names = new TreeSet<>(columns.keySet());
    names.addAll(joins.keySet());
    return names;
  }

  /// All names that may follow the dot after `path`. The path starts with `member` or with a
  /// macro's variable for one of several rows.
  Set<String> namesAfter(String path) {
    if (path.equals("member")) {
      return names();
    }
    var join = joins.get(path.replaceFirst("^member\\.", ""));
    return join == null ? namesOfMany() : join.table().names();
  }

  private Set<String> namesOfMany() {
    return joins.values().stream()
        .filter(Joined.Many.class::isInstance)
        .flatMap(join -> join.table().names().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
