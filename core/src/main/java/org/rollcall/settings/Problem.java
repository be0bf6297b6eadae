package org.rollcall.settings;

import java.util.Comparator;

/// A mistake in the settings.
///
/// @param file as the person named it
/// @param line from 1; 0 where the mistake is in no line
/// @param column from 1, in characters
/// @param message what was found and what was expected; never a secret, nor anything else that came
///   from the environment
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

  /// Problems come in the order in which a reader of the file meets them.
  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return new Position(file, line, column) + ": " + message;
  }
}
