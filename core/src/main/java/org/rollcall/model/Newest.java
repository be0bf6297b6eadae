package org.rollcall.model;

/// What tells when the roster was last filled: a time or a date. A time without a zone is in UTC,
/// and a date means the end of its day.
public sealed interface Newest {
  /// Its name in a sentence.
  String called();

  /// The greatest value of a column.
  ///
  /// @param table a table in the roster's schema
  record Column(String table, String column) implements Newest {
    @Override
    public String called() {
      return table + "." + column;
    }
  }

  /// The result of a query: one row with one column. The query must not write.
  ///
  /// @param sql a single statement without a semicolon
  record Query(String sql) implements Newest {
    @Override
    public String called() {
      return "freshness.query";
    }
  }

  /// The result of a function without arguments. The function must not write.
  ///
  /// @param name a function in the roster's schema
  record Function(String name) implements Newest {
    @Override
    public String called() {
      return "freshness.function (%s)".formatted(name);
    }
  }
}
