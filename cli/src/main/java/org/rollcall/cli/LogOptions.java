package org.rollcall.cli;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollcall.cli.LogStyle.Traces;
import org.rollcall.model.Privacy;
import picocli.CommandLine.Option;

/// The options of every command that logs.
final class LogOptions {
  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (one object a line). Default: ${DEFAULT-VALUE}.")
  private LogFormat format = LogFormat.TEXT;

  @Option(
      names = "--log-file",
      paramLabel = "FILE",
      description = "Also log to the end of FILE, with people's data masked.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--privacy",
      paramLabel = "CHOICE",
      description = {
        "show or mask e-mail, phone and name in logs and in the report.",
        "Default: show on a terminal and in the report, mask in logs that are not on a terminal."
      })
  private Optional<Privacy> privacy = Optional.empty();

  @Option(
      names = "--verbose",
      description =
          "Log a line for each member and notice, however many are alike, and stack traces.")
  private boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show errors and the result alone.")
  private boolean quiet;

  private Optional<Privacy> settled = Optional.empty();
  private Level least = Level.INFO;
  private LogStyle.Detail usual = LogStyle.Detail.BRIEF;
  private @Nullable Logs opened;
  private Traces onScreen = Traces.LEFT_OUT;

  Optional<Path> file() {
    return file;
  }

  /// For a command that somebody watches: the screen has only errors, unless `--verbose` is given.
  static LogOptions quiet() {
    var options = new LogOptions();
    options.least = Level.ERROR;
    return options;
  }

  /// For a command that answers a question, so that the answer comes first.
  void answering() {
    usual = LogStyle.Detail.ANSWER;
  }

  /// Whether the progress bar stays on the screen when its work is done.
  boolean keepsBar() {
    return usual != LogStyle.Detail.ANSWER;
  }

  /// Where to find the stack trace of a failure, as a sentence.
  String traceIs() {
    if (file.isPresent()) {
      return "The stack trace is in " + file.get() + ".";
    }
    return switch (onScreen) {
      case WRITTEN -> "The stack trace follows.";
      case LEFT_OUT -> "Run it again with --verbose to see the stack trace.";
    };
  }

  /// Takes over what the settings say about people's data. The command line has precedence.
  void settingsSay(Optional<Privacy> choice) {
    settled = choice;
  }

  private Privacy privacyOr(Privacy habit) {
    return privacy.or(() -> settled).orElse(habit);
  }

  /// Opens the logs as these options say.
  Logs open(Terminal terminal) {
    var logs = Logs.open(this, terminal);
    opened = logs;
    onScreen = screen(terminal).traces();
    return logs;
  }

  /// The logs, if they were opened.
  Optional<Logs> opened() {
    return Optional.ofNullable(opened);
  }

  /// How people's data appear in results: the summary, the report.
  Privacy inResults() {
    return privacyOr(Privacy.SHOW);
  }

  /// How people's data appear where more people read than those who started the command.
  Privacy inPublic() {
    return privacyOr(Privacy.MASK);
  }

  /// Whether a live progress bar is wanted between the log's lines.
  boolean hasBar(Terminal terminal) {
    return !quiet && screen(terminal).hasBar();
  }

  LogStyle screen(Terminal terminal) {
    var look = format == LogFormat.JSON ? Terminal.Look.PLAIN : terminal.err().look();
    var live = terminal.err().look().isLive();
    return new LogStyle(
        format,
        look,
        privacyOr(live ? Privacy.SHOW : Privacy.MASK),
        verbose || !live ? Traces.WRITTEN : Traces.LEFT_OUT,
        level(),
        detail());
  }

  private Level level() {
    if (quiet) {
      return Level.ERROR;
    }
    return verbose ? Level.INFO : least;
  }

  private LogStyle.Detail detail() {
    return verbose ? LogStyle.Detail.EVERYTHING : usual;
  }

  LogStyle inFile() {
    return new LogStyle(
        format, Terminal.Look.PLAIN, privacyOr(Privacy.MASK), Traces.WRITTEN, Level.INFO, detail());
  }
}
