package org.rollcall.settings;

/// An expression as it stands in the settings.
///
/// @param text the expression, free of YAML's quotes and indentation
/// @param positions where each of its characters stands
public record Expression(String text, Positions positions) {
  /// Finds the place of a character.
  @FunctionalInterface
  public interface Positions {
    /// @param offset of the character in the expression's text; its length for the end
    Position at(int offset);
  }

  @Override
  public String toString() {
    return text;
  }
}
