package org.rollcall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rollcall.json.Json;
import org.rollcall.model.PrintableText;
import tools.jackson.databind.JsonNode;

/// One of the program's two streams. Every text that goes through it is made printable here, so
/// that no caller can forget it.
final class Screen {
  private final WatchedStream watched;
  private final PrintStream stream;
  private final Terminal.Look found;
  private volatile Terminal.Look look;

  Screen(OutputStream stream, Terminal.Look look) {
    this.watched = new WatchedStream(stream);
    this.stream = new PrintStream(watched, true, StandardCharsets.UTF_8);
    this.found = look;
    this.look = look;
  }

  void colour(Colour colour) {
    look = colour.on(found);
  }

  /// What the screen can show.
  Terminal.Look look() {
    return look;
  }

  /// Why something could not be written; empty where all was.
  Optional<IOException> failure() {
    stream.flush();
    return watched.failure();
  }

  /// Prints one line. A line break in `text` is escaped like any other control.
  void println(String text) {
    stream.println(PrintableText.of(text));
  }

  void println(StyledLine line) {
    stream.println(line.on(look));
  }

  void println() {
    stream.println();
  }

  void print(String text) {
    stream.print(PrintableText.of(text));
    stream.flush();
  }

  /// Prints JSON for another program. That program may have stopped reading, but a print stream
  /// does not say so.
  void print(JsonNode node) {
    try {
      Json.write(node, stream);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    stream.flush();
  }

  /// Prints a stack trace.
  void trace(Throwable failure) {
    stream.print(PrintableThrowable.trace(failure));
    stream.flush();
  }

  /// For writers that make their own text printable: the log, the progress bar.
  PrintStream bytes() {
    return stream;
  }

  /// For help, whose texts are all our own.
  PrintWriter writer() {
    return new PrintWriter((OutputStream) stream, true, StandardCharsets.UTF_8);
  }
}
