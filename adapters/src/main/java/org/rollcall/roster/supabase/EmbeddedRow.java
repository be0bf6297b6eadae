package org.rollcall.roster.supabase;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Join;
import org.rollcall.roster.Rows;

/// A row that PostgREST nests in the member's row along a foreign key. Where the server followed
/// another key on a page, the rows of that page are read on their own.
///
/// Only rows that a member points to are read this way. Where many rows belong to one member, the
/// server cuts them at its row limit without saying so.
final class EmbeddedRow implements JoinedTable {
  private final Join.One join;
  private final ReferencedRows apart;
  private boolean isEmbedded = true;

  /// @param members the members' table
  EmbeddedRow(Join.One join, String members) {
    this.join = join;
    this.apart = new ReferencedRows(join, members);
  }

  /// Whether the server understands an embedding of `join` beside members' columns with these
  /// names. It takes a column for a joined table of the same name, and a table `count` for a count.
  static boolean isClear(Join.One join, Set<String> columns) {
    return !join.table().equals("count")
        && !columns.contains(join.name())
        && !columns.contains(join.table());
  }

  @Override
  public String name() {
    return join.name();
  }

  /// The item to add to the members' columns. It names the foreign key by its column.
  String item() {
    var columns = new TreeSet<>(join.columns().keySet());
    columns.add(join.key());
    return "%s:%s!%s(%s)"
        .formatted(
            Question.name(join.name()),
            Question.name(join.table()),
            Question.name(join.on()),
            String.join(",", columns.stream().map(Question::name).toList()));
  }

  /// Whether the foreign key that the server followed is that of the join. Equal values may be
  /// written differently in the two tables.
  boolean fits(Map<String, @Nullable Object> member) {
    return switch (member.get(join.name())) {
      case null -> true;
      case Map<?, ?> row ->
          Likeness.loose(Rows.key(row.get(join.key())))
              .equals(Likeness.loose(Rows.key(member.get(join.on()))));
      default -> false;
    };
  }

  @Override
  public void prepare(List<Map<String, @Nullable Object>> members, PageReader reader)
      throws InterruptedException {
    isEmbedded = members.stream().allMatch(this::fits);
    if (!isEmbedded) {
      apart.prepare(members, reader);
    }
  }

  @Override
  public void conclude(PageReader reader) {
    apart.conclude(reader);
  }

  @Override
  public @Nullable Object of(Map<String, @Nullable Object> member) {
    if (!isEmbedded) {
      return apart.of(member);
    }
    return member.get(join.name()) instanceof Map<?, ?> row
        ? PickedColumns.of(row, join.columns().keySet())
        : null;
  }
}
