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
  private final Map<String, List<Map<String, @Nullable Object>>> ofPage = new HashMap<>();

  OwnedRows(Join.Many join, String memberKey) {
    this.join = join;
    this.memberKey = memberKey;
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
    new Lookup(join, join.foreignKey(), join.key()).read(keys, reader, this::keep);
  }

  private void keep(Map<String, @Nullable Object> row) {
    ofPage
        .computeIfAbsent(Rows.text(row.get(join.foreignKey())), _ -> new ArrayList<>())
        .add(PickedColumns.of(row, join.columns().keySet()));
  }

  @Override
  public Object of(Map<String, @Nullable Object> member) {
    return List.copyOf(ofPage.getOrDefault(key(member), List.of()));
  }

  private String key(Map<String, @Nullable Object> member) {
    return Rows.text(member.get(memberKey));
  }
}
