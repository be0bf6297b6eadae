package org.rollcall.settings;

/// A place in a settings file.
///
/// @param file as the person named it
/// @param line from 1; 0 where the value stands in no file
/// @param column from 1, in characters; 0 where the value stands in no file
public record Position(String file, int line, int column) {
  @Override
  public String toString() {
    return line == 0 ? file : "%s:%d:%d".formatted(file, line, column);
  }
}
