package org.rollcall.cli;

import ch.qos.logback.classic.Level;
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

/// The logs of one command or one run: on the screen, and in a file where one was asked for. Each
/// masks people's data in its own way.
///
/// Two that are open at the same time know nothing of each other: each has a logging context of its
/// own. What libraries log belongs to no run and goes to the log that was opened last.
final class Logs {
  private static final String SCREEN = "rollcall.screen";
  private static final String FILE = "rollcall.file";

  /// Libraries that log a failure, stack trace and all, before they throw it; whoever asked them
  /// tells it in a sentence.
  private static final List<String> TOLD_ANYWAY = List.of("org.flywaydb", "com.zaxxer.hikari");

  private final LoggerContext context = new LoggerContext();
  private final List<LogSink> sinks = new ArrayList<>();
  private final List<OutputStreamAppender<ILoggingEvent>> appenders = new ArrayList<>();

  private Logs() {}

  /// @throws RunStopped when the log file cannot be written
  static Logs open(LogOptions options, Terminal terminal) {
    var logs = new Logs();
    logs.add(SCREEN, options.screen(terminal), kept(terminal.err()));
    options.file().ifPresent(file -> logs.add(FILE, options.inFile(), appending(file)));
    logs.hearLibraries();
    return logs;
  }

  private void hearLibraries() {
    var libraries = (LoggerContext) LoggerFactory.getILoggerFactory();
    libraries.reset();
    var root = libraries.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    TOLD_ANYWAY.forEach(library -> libraries.getLogger(library).setLevel(Level.OFF));
    appenders.forEach(root::addAppender);
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

  private void add(String name, LogStyle style, OutputStream stream) {
    var appender = new OutputStreamAppender<ILoggingEvent>();
    appender.setName(name);
    appender.setContext(context);
    appender.setEncoder(style.encoder(context));
    appender.setOutputStream(stream);
    appender.start();
    appenders.add(appender);
    var logger = context.getLogger(name);
    logger.setAdditive(false);
    logger.setLevel(style.level());
    logger.addAppender(appender);
    sinks.add(new LogSink(logger, style));
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
