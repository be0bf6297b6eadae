package org.rollcall.sandbox;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A row in the format that PostgreSQL's `COPY ... FROM STDIN` reads.
final class CopyLine {
  private CopyLine() {}

  /// The line for these columns, with its line end; a `null` column is SQL null.
  static String of(@Nullable Object... columns) {
    return Arrays.stream(columns).map(CopyLine::column).collect(Collectors.joining("\t", "", "\n"));
  }

  private static String column(@Nullable Object value) {
    return value == null
        ? "\\N"
        : value
            .toString()
            .replace("\\", "\\\\")
            .replace("\t", "\\t")
            .replace("\n", "\\n")
            .replace("\r", "\\r");
  }
}
