package org.rollcall.cli;

/// Colours a piece of text where the terminal shows colours, and leaves it alone elsewhere.
enum Paint {
  ON,
  OFF;

  static Paint on(Terminal.Look look) {
    return switch (look) {
      case COLOUR -> ON;
      case PLAIN, MONOCHROME -> OFF;
    };
  }

  String green(String text) {
    return wrap(32, text);
  }

  String yellow(String text) {
    return wrap(33, text);
  }

  String red(String text) {
    return wrap(31, text);
  }

  String faint(String text) {
    return wrap(2, text);
  }

  String bold(String text) {
    return wrap(1, text);
  }

  private String wrap(int code, String text) {
    return switch (this) {
      case ON -> "\u001b[" + code + "m" + text + "\u001b[0m";
      case OFF -> text;
    };
  }
}
