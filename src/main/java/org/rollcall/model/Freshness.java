package org.rollcall.model;

import java.time.Duration;

/// How new what fills the roster's tables must be: the sign that whoever does it has done so.
///
/// @param sign where it is seen
/// @param within the greatest age
/// @param required whether a run refuses to begin on something older; else it warns
public record Freshness(Sign sign, Duration within, boolean required) {
  /// Where a time is found.
  public sealed interface Sign {
    /// What it is called within a sentence.
    String name();
  }

  /// The newest row of a table or a view.
  ///
  /// @param table in the roster's schema
  /// @param column a time or a date of each row
  public record NewestRow(String table, String column) implements Sign {
    @Override
    public String name() {
      return table;
    }
  }

  /// The newest of what a statement answers, in its first column.
  ///
  /// @param sql reads only
  public record Query(String sql) implements Sign {
    @Override
    public String name() {
      return "the upstream job";
    }
  }
}
