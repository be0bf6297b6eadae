package org.rollcall.model;

/// What tells when the roster was last filled: a time or a date. A time without a zone is taken for
/// UTC, a date for the end of its day.
public sealed interface Newest {
  /// What a sentence calls it.
  String called();

  /// The greatest value of a column.
  ///
  /// @param table in the roster's schema
  record Column(String table, String column) implements Newest {
    @Override
    public String called() {
      return table + "." + column;
    }
  }

  /// What a query gives: one row of one column. It may not write.
  ///
  /// @param sql a single statement without a semicolon
  record Query(String sql) implements Newest {
    @Override
    public String called() {
      return "freshness.query";
    }
  }

  /// What a function without arguments returns. It may not write.
  ///
  /// @param name in the roster's schema
  record Function(String name) implements Newest {
    @Override
    public String called() {
      return "freshness.function (%s)".formatted(name);
    }
  }
}
