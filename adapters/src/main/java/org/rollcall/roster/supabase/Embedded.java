package org.rollcall.roster.supabase;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Join;
import org.rollcall.roster.Rows;

/// A row that came inside the member's own, as PostgREST nests it along a foreign key.
///
/// Only rows pointed to are read so: where many rows belong to one member, the server cuts them at
/// its row limit and does not say so.
record Embedded(Join.One join) implements Joined {
  @Override
  public String name() {
    return join.name();
  }

  /// What is added to the members' columns. The foreign key's column says which key is meant.
  String item() {
    var columns = new TreeSet<>(join.columns().keySet());
    columns.add(join.key());
    return "%s:%s!%s(%s)"
        .formatted(
            Ask.name(join.name()),
            Ask.name(join.table()),
            Ask.name(join.on()),
            String.join(",", columns.stream().map(Ask::name).toList()));
  }

  /// Whether the foreign key the server followed is the join that was meant.
  boolean fits(Map<String, @Nullable Object> member) {
    return switch (member.get(join.name())) {
      case null -> true;
      case Map<?, ?> row -> Rows.text(row.get(join.key())).equals(Rows.text(member.get(join.on())));
      default -> false;
    };
  }

  @Override
  public void prepare(List<Map<String, @Nullable Object>> members, Reading reading) {}

  @Override
  public @Nullable Object of(Map<String, @Nullable Object> member) {
    return member.get(join.name()) instanceof Map<?, ?> row
        ? Picked.of(row, join.columns().keySet())
        : null;
  }
}
