package org.rollcall.roster.supabase;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table that is joined to the members, and the way to read its rows.
interface JoinedTable {
  /// The name under which the rows appear in the member.
  String name();

  /// Reads the rows that a page of members needs. It is called before [#of].
  ///
  /// @throws org.rollcall.run.RunStopped when they cannot be read
  void prepare(List<Map<String, @Nullable Object>> members, PageReader reader)
      throws InterruptedException;

  /// Warns of what was strange, after the last page.
  void conclude(PageReader reader);

  /// What is joined to `member`: a row, `null`, or a list of rows.
  @Nullable Object of(Map<String, @Nullable Object> member);
}
