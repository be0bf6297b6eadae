package org.rollcall.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.model.SyncName;
import org.rollcall.run.RunEvent;
import org.slf4j.Logger;
import org.slf4j.spi.LoggingEventBuilder;

/// Writes a run's lines to one log.
final class LogSink implements Consumer<RunEvent> {
  private final Logger logger;
  private final LogStyle style;
  private final Lines lines;

  LogSink(Logger logger, LogStyle style) {
    this(logger, style, style.lines());
  }

  private LogSink(Logger logger, LogStyle style, Lines lines) {
    this.logger = logger;
    this.style = style;
    this.lines = lines;
  }

  /// The same log for one of several runs.
  LogSink ofRun(SyncName sync, String run) {
    return new LogSink(logger, style, new NamedLines(style.lines(), sync, run));
  }

  @Override
  public void accept(RunEvent event) {
    lines.of(event).forEach(this::write);
  }

  /// Writes what was kept back for a line of many.
  void finish() {
    lines.rest().forEach(this::write);
  }

  void failure(List<String> lines, Optional<Throwable> trace) {
    lines.stream().limit(lines.size() - 1L).forEach(line -> failure(line, Optional.empty()));
    failure(lines.getLast(), trace);
  }

  private void failure(String line, Optional<Throwable> trace) {
    logger.error(style.privacy().sentence(line, ""), trace.orElse(null));
  }

  void write(LogLine line) {
    var entry =
        switch (line.level()) {
          case PROGRESS -> style.hasBar() ? logger.atDebug() : logger.atInfo();
          case INFO -> logger.atInfo();
          case WARN -> logger.atWarn();
          case ERROR -> logger.atError();
        };
    log(entry, line);
  }

  private static void log(LoggingEventBuilder entry, LogLine line) {
    var built = entry.setMessage(line.text());
    for (var field : line.fields().entrySet()) {
      built = built.addKeyValue(field.getKey(), field.getValue());
    }
    built.setCause(line.cause().orElse(null)).log();
  }
}
