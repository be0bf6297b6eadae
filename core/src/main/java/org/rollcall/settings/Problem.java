package org.rollcall.settings;

import java.util.Comparator;

/// A mistake in the settings.
///
/// @param file the file name as the user gave it
/// @param line counted from 1; 0 if the mistake is not in a line
/// @param column counted from 1, in characters
/// @param message what was found and what was expected, without secrets or other values from the
///   environment
public record Problem(String file, int line, int column, String message)
    implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::message);

  /// A mistake at `position`.
  public static Problem at(Position position, String message) {
    return new Problem(position.file(), position.line(), position.column(), message);
  }

  /// Orders problems as they occur in the file.
  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return new Position(file, line, column) + ": " + message;
  }
}
