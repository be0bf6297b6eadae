package org.rollcall.sandbox;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A row as PostgreSQL's `COPY ... FROM STDIN` reads it.
final class CopyLine {
  private CopyLine() {}

  /// The line of these columns, `null` for nothing, its end included.
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
