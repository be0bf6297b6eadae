package org.rollcall.roster.supabase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Join;
import org.rollcall.roster.Rows;

/// Rows that belong to members, any number per member. They are read for one page of members at a
/// time.
final class OwnedRows implements JoinedTable {
  private final Join.Many join;
  private final String memberKey;
  private final Lookup lookup;
  private final Map<String, List<Map<String, @Nullable Object>>> ofPage = new HashMap<>();

  /// @param members the members' table
  OwnedRows(Join.Many join, String members, String memberKey) {
    this.join = join;
    this.memberKey = memberKey;
    this.lookup =
        new Lookup(
            join,
            join.foreignKey(),
            join.key(),
            Owners.of(join, join.foreignKey(), members, memberKey));
  }

  @Override
  public String name() {
    return join.name();
  }

  @Override
  public void prepare(List<Map<String, @Nullable Object>> members, PageReader reader)
      throws InterruptedException {
    ofPage.clear();
    var keys = members.stream().map(this::key).toList();
    lookup.read(keys, reader, this::keep);
  }

  @Override
  public void conclude(PageReader reader) {
    lookup.owners().tell(reader);
  }

  private void keep(String owner, Map<String, @Nullable Object> row) {
    ofPage
        .computeIfAbsent(owner, _ -> new ArrayList<>())
        .add(PickedColumns.of(row, join.columns().keySet()));
  }

  @Override
  public Object of(Map<String, @Nullable Object> member) {
    return List.copyOf(ofPage.getOrDefault(key(member), List.of()));
  }

  private String key(Map<String, @Nullable Object> member) {
    return Rows.key(member.get(memberKey));
  }
}
