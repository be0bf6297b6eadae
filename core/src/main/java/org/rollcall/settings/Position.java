package org.rollcall.settings;

/// A place in a settings file.
///
/// @param file the file name as the user gave it
/// @param line counted from 1; 0 if the value is not in a file
/// @param column counted from 1, in characters; 0 if the value is not in a file
public record Position(String file, int line, int column) {
  @Override
  public String toString() {
    return line == 0 ? file : "%s:%d:%d".formatted(file, line, column);
  }
}
