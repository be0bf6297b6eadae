package org.rollcall.mapping;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import java.util.List;
import java.util.Optional;

/// The types of the rows, by name.
record Types(ImmutableMap<String, CelType> byName) implements CelTypeProvider {
  static Types of(List<Table> tables) {
    return new Types(
        tables.stream().collect(ImmutableMap.toImmutableMap(Table::typeName, Table::type)));
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return byName.values();
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
