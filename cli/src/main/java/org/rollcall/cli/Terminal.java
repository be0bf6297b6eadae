package org.rollcall.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;

/// Where the program writes, and how it may look there; decided at the start, before anything is
/// written.
public final class Terminal {
  private static final int USUAL_WIDTH = 80;

  private final Screen out;
  private final Screen err;
  private final int width;

  /// @param out for results
  /// @param err for logs, progress and complaints
  /// @param outLook what `out` can show
  /// @param errLook what `err` can show
  /// @param width columns of the terminal; 80 where nobody knows
  public Terminal(OutputStream out, OutputStream err, Look outLook, Look errLook, int width) {
    this.out = new Screen(out, outLook);
    this.err = new Screen(err, errLook);
    this.width = width;
  }

  /// What a stream can show.
  public enum Look {
    /// A file or a pipe: lines of text.
    PLAIN,
    /// A file or a pipe whose reader asked for colour.
    COLOUR_LINES,
    /// A terminal without colour.
    MONOCHROME,
    /// A terminal with colour.
    COLOUR;

    /// Whether a line may be drawn over.
    boolean isLive() {
      return switch (this) {
        case PLAIN, COLOUR_LINES -> false;
        case MONOCHROME, COLOUR -> true;
      };
    }

    boolean hasColour() {
      return switch (this) {
        case PLAIN, MONOCHROME -> false;
        case COLOUR_LINES, COLOUR -> true;
      };
    }
  }

  /// The streams of this process, in UTF-8 whatever the locale: cron has none.
  ///
  /// The launcher knows which of them are terminals and says so in the system properties
  /// `rollcall.terminal` (`out`, `err`, both or neither) and `rollcall.columns`; without it,
  /// neither is taken for one.
  public static Terminal ofProcess(Map<String, String> environment) {
    var terminals = terminals();
    return new Terminal(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        look(terminals.contains("out"), environment),
        look(terminals.contains("err"), environment),
        Integer.getInteger("rollcall.columns", USUAL_WIDTH));
  }

  Screen out() {
    return out;
  }

  Screen err() {
    return err;
  }

  int width() {
    return width;
  }

  /// What the person says about colours, which has precedence over the environment.
  void colour(Colour colour) {
    out.colour(colour);
    err.colour(colour);
  }

  static Look look(boolean terminal, Map<String, String> environment) {
    if (!terminal || environment.getOrDefault("TERM", "").equals("dumb")) {
      return Look.PLAIN;
    }
    return environment.getOrDefault("NO_COLOR", "").isEmpty() ? Look.COLOUR : Look.MONOCHROME;
  }

  private static Set<String> terminals() {
    return Set.of(System.getProperty("rollcall.terminal", "").split(",", -1));
  }
}
