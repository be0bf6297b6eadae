package org.rollcall.cli;

import org.rollcall.cli.Terminal.Look;

/// Whether output has colours.
enum Colour {
  /// On a terminal that shows them, unless the environment says no.
  AUTO,
  /// Everywhere, also in a pipe: for `less -R`, or for logs of a build that show colours.
  ALWAYS,
  /// Nowhere.
  NEVER;

  /// How a stream looks then.
  ///
  /// @param found what it can show by itself
  Look on(Look found) {
    return switch (this) {
      case AUTO -> found;
      case ALWAYS -> coloured(found);
      case NEVER -> colourless(found);
    };
  }

  private static Look coloured(Look found) {
    return switch (found) {
      case PLAIN, COLOUR_LINES -> Look.COLOUR_LINES;
      case MONOCHROME, COLOUR -> Look.COLOUR;
    };
  }

  private static Look colourless(Look found) {
    return switch (found) {
      case PLAIN, COLOUR_LINES -> Look.PLAIN;
      case MONOCHROME, COLOUR -> Look.MONOCHROME;
    };
  }
}
