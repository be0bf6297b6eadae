package org.rollcall.roster.supabase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Join;
import org.rollcall.roster.Rows;
import org.rollcall.roster.Stops;

/// Rows that members point to, read by key. Each is read once, however many members point to it.
final class ReferencedRows implements JoinedTable {
  private final Join.One join;
  private final Lookup lookup;
  private final Map<String, @Nullable Map<String, @Nullable Object>> known = new HashMap<>();

  /// @param members the members' table
  ReferencedRows(Join.One join, String members) {
    this.join = join;
    this.lookup =
        new Lookup(join, join.key(), join.key(), Owners.of(join, join.key(), members, join.on()));
  }

  @Override
  public String name() {
    return join.name();
  }

  @Override
  public void prepare(List<Map<String, @Nullable Object>> members, PageReader reader)
      throws InterruptedException {
    var wanted = new TreeSet<String>();
    members.stream()
        .map(member -> member.get(join.on()))
        .filter(Objects::nonNull)
        .map(Rows::key)
        .filter(key -> !known.containsKey(key))
        .forEach(wanted::add);
    wanted.forEach(key -> known.put(key, null));
    lookup.read(wanted, reader, this::keep);
  }

  @Override
  public void conclude(PageReader reader) {
    lookup.owners().tell(reader);
  }

  private void keep(String key, Map<String, @Nullable Object> row) {
    if (known.put(key, PickedColumns.of(row, join.columns().keySet())) != null) {
      throw Stops.noKey(join, join.key(), Optional.of(key));
    }
  }

  @Override
  public @Nullable Object of(Map<String, @Nullable Object> member) {
    var key = member.get(join.on());
    return key == null ? null : known.get(Rows.key(key));
  }
}
