package org.rollcall.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.slf4j.LoggerFactory;

/// The logs of one command: on the screen, and in a file where one was asked for.
///
/// Each has a logger of its own, since each masks people's data in its own way; what other code
/// logs goes to both.
final class Logs {
  private static final String SCREEN = "rollcall.screen";
  private static final String FILE = "rollcall.file";

  /// Libraries that log a failure, stack trace and all, before they throw it; whoever asked them
  /// tells it in a sentence.
  private static final List<String> TOLD_ANYWAY = List.of("org.flywaydb", "com.zaxxer.hikari");

  private final List<LogSink> sinks = new ArrayList<>();

  private Logs() {}

  /// Replaces whatever logging there was before.
  ///
  /// @throws RunStopped when the log file cannot be written
  static Logs open(LogOptions options, Terminal terminal) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    TOLD_ANYWAY.forEach(library -> context.getLogger(library).setLevel(Level.OFF));
    var logs = new Logs();
    logs.add(context, SCREEN, options.screen(terminal), kept(terminal.err()));
    options.file().ifPresent(file -> logs.add(context, FILE, options.inFile(), appending(file)));
    return logs;
  }

  /// Writes what each event of a run has to say.
  Consumer<RunEvent> lines() {
    return event -> sinks.forEach(sink -> sink.accept(event));
  }

  /// Writes that the command ended in a failure.
  ///
  /// @param trace what its stack trace is of; empty where the sentence says it all
  void failure(String sentence, Optional<Throwable> trace) {
    sinks.forEach(sink -> sink.failure(sentence, trace));
  }

  private void add(LoggerContext context, String name, LogStyle style, OutputStream stream) {
    var appender = new OutputStreamAppender<ILoggingEvent>();
    appender.setName(name);
    appender.setContext(context);
    appender.setEncoder(style.encoder(context));
    appender.setOutputStream(stream);
    appender.start();
    var logger = context.getLogger(name);
    logger.setAdditive(false);
    logger.setLevel(style.level());
    logger.addAppender(appender);
    root(context).addAppender(appender);
    sinks.add(new LogSink(logger, style));
  }

  private static Logger root(LoggerContext context) {
    return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private static OutputStream appending(Path file) {
    try {
      return new FileOutputStream(file.toFile(), true);
    } catch (IOException failure) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS,
          "The log file %s cannot be written: %s.".formatted(file, Faults.words(failure)),
          failure);
    }
  }

  /// The stream without its end: logging may be closed, the screen stays.
  private static OutputStream kept(OutputStream stream) {
    return new OutputStream() {
      @Override
      public void write(int oneByte) throws IOException {
        stream.write(oneByte);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        stream.write(bytes, offset, length);
      }

      @Override
      public void flush() throws IOException {
        stream.flush();
      }
    };
  }
}
