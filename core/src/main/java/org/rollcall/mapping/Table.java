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

/// A table of the roster as expressions know it: its declared columns, and the tables joined to it.
///
/// @param name of the table
/// @param joins by name; none but the members' table has any
record Table(String name, SortedMap<String, ColumnType> columns, SortedMap<String, Joined> joins) {
  /// A table joined to another.
  sealed interface Joined {
    Table table();

    /// Which of its rows count.
    RowTest test();

    /// The type of the field that holds what is joined.
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

  /// Says which rows count.
  @FunctionalInterface
  interface RowTest {
    /// @throws LeaveAlone when the row holds something that cannot be judged
    boolean counts(Row row);

    /// The test that a condition makes: a row of which it says nothing does not count.
    static RowTest of(Formula condition) {
      return row ->
          switch (condition.compute(row::variable)) {
            case Computed.Something(var value) -> value.equals(true);
            case Computed.Nothing() -> false;
            case Computed.Trouble(var reason) -> throw new LeaveAlone(reason);
          };
    }
  }

  /// The name of the type of its rows: one that no expression can spell.
  String typeName() {
    return "row of " + name;
  }

  CelType reference() {
    return StructTypeReference.create(typeName());
  }

  /// What the checker asks about its rows.
  StructType type() {
    var fields = ImmutableMap.<String, CelType>builder();
    columns.forEach((column, type) -> fields.put(column, Cells.type(type)));
    joins.forEach((join, joined) -> fields.put(join, joined.type()));
    var types = fields.buildOrThrow();
    return StructType.create(
        typeName(), types.keySet(), field -> Optional.ofNullable(types.get(field)));
  }

  /// Whatever may be written after the dot.
  Set<String> names() {
    var names = new TreeSet<>(columns.keySet());
    names.addAll(joins.keySet());
    return names;
  }

  /// Whatever may be written after the dot of `path`, which begins with `member` or with the name
  /// that a macro gives to one of several rows.
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
