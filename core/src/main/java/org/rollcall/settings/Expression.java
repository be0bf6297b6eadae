package org.rollcall.settings;

/// An expression in the settings.
///
/// @param text the expression without YAML's quotes and indentation
/// @param positions the position of each character in the file
public record Expression(String text, Positions positions) {
  /// Finds the position of a character.
  @FunctionalInterface
  public interface Positions {
    /// @param offset the offset in the expression's text; its length means the end
    Position at(int offset);
  }

  @Override
  public String toString() {
    return text;
  }
}
