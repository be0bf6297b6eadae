package org.rollcall.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.model.PrintableText;

/// One line for a person, of pieces that each have a style. Styles become visible only on a screen
/// that shows colours, and a piece's text never brings a style of its own.
///
/// @param pieces in the order of reading
record StyledLine(List<Piece> pieces) {
  static final StyledLine EMPTY = new StyledLine(List.of());

  /// How a piece looks.
  private enum Style {
    PLAIN(""),
    BOLD("1"),
    FAINT("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33");

    private final String code;

    Style(String code) {
      this.code = code;
    }

    String on(String text) {
      return code.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
  }

  /// A text in one style.
  record Piece(Style style, String text) {}

  StyledLine {
    pieces = List.copyOf(pieces);
  }

  static StyledLine of(String text) {
    return EMPTY.plain(text);
  }

  StyledLine plain(String text) {
    return with(Style.PLAIN, text);
  }

  StyledLine bold(String text) {
    return with(Style.BOLD, text);
  }

  StyledLine faint(String text) {
    return with(Style.FAINT, text);
  }

  StyledLine red(String text) {
    return with(Style.RED, text);
  }

  StyledLine green(String text) {
    return with(Style.GREEN, text);
  }

  StyledLine yellow(String text) {
    return with(Style.YELLOW, text);
  }

  /// This line and then the other.
  StyledLine then(StyledLine other) {
    return new StyledLine(Stream.concat(pieces.stream(), other.pieces.stream()).toList());
  }

  /// The line as a screen of this look shows it.
  String on(Terminal.Look look) {
    return pieces.stream()
        .map(piece -> {
          var text = PrintableText.of(piece.text());
          return look.hasColour() ? piece.style().on(text) : text;
        })
        .collect(Collectors.joining());
  }

  private StyledLine with(Style style, String text) {
    return text.isEmpty() ? this : then(new StyledLine(List.of(new Piece(style, text))));
  }
}
