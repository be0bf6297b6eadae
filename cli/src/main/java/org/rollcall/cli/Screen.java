package org.rollcall.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.rollcall.model.PrintableText;

/// One of the program's two streams. Every text that goes through it is made printable here, so
/// that no caller can forget it.
final class Screen {
  private final PrintStream stream;
  private final Terminal.Look look;

  Screen(PrintStream stream, Terminal.Look look) {
    this.stream = stream;
    this.look = look;
  }

  /// What the screen can show.
  Terminal.Look look() {
    return look;
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

  /// Prints a stack trace.
  void trace(Throwable failure) {
    stream.print(PrintableThrowable.trace(failure));
    stream.flush();
  }

  /// For writers that make their own text printable: JSON, the log, the progress bar.
  PrintStream bytes() {
    return stream;
  }

  /// For help, whose texts are all our own.
  PrintWriter writer() {
    return new PrintWriter((OutputStream) stream, true, StandardCharsets.UTF_8);
  }
}
