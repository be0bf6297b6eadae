package org.rollcall.roster.postgres;

import java.util.Optional;

/// How a joined table's column is compared with a column of the members: by the database's equality
/// if both are of one type, both numbers or both texts, else as text.
///
/// Of two types of text that of the joined column decides, because over REST the server reads the
/// members' values as values of that column.
///
/// @param there the joined table's column; empty if it was not found
/// @param here the members' column
record KeyComparison(Optional<KeyType> there, Optional<KeyType> here) {
  private boolean isNative() {
    return there.isPresent() && here.isPresent() && there.get().isLike(here.get());
  }

  /// The joined table's side, of `column`.
  String value(String column) {
    return isNative() ? column : text(there, column);
  }

  /// The condition that `value`, which [#value] made, equals the members' `column`.
  String equal(String value, String column) {
    return isNative()
        ? value + operator() + cast(there.orElseThrow(), column)
        : value + " = " + text(here, column);
  }

  private String operator() {
    return there
        .filter(type -> here.map(KeyType::type).equals(Optional.of(type.type())) || type.isText())
        .flatMap(KeyType::equality)
        .map(schema -> " operator(%s.=) ".formatted(Sql.quoted(schema)))
        .orElse(" = ");
  }

  private static String cast(KeyType type, String column) {
    return type.isText()
        ? "(%s::%s)%s"
            .formatted(column, type.name(), type.collation().map(" collate "::concat).orElse(""))
        : column;
  }

  private static String text(Optional<KeyType> type, String column) {
    return type.map(known -> known.text(column)).orElse(column + "::text");
  }
}
