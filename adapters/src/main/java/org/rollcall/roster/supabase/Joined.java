package org.rollcall.roster.supabase;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One of the tables joined to the members, and how its rows come to them.
interface Joined {
  /// The name under which the rows appear in the member.
  String name();

  /// Reads what the members of a page need, before any of them asks for it.
  ///
  /// @throws org.rollcall.run.RunStopped when it cannot be read
  void prepare(List<Map<String, @Nullable Object>> members, Reading reading)
      throws InterruptedException;

  /// What belongs to `member`: a row, `null`, or rows.
  @Nullable Object of(Map<String, @Nullable Object> member);
}
