package org.rollcall.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.files.FileFailure;
import org.rollcall.files.OutputFile;
import org.rollcall.model.SyncName;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.slf4j.LoggerFactory;

/// The logs of one command or one run: on the screen, and in a file if there is an option for it.
/// Each masks people's data in its own way.
///
/// Each has its own logging context, so two that are open at the same time do not affect each
/// other. Messages of libraries belong to no run and go to the log that was opened last.
final class Logs {
  private static final String SCREEN = "rollcall.screen";
  private static final String FILE = "rollcall.file";

  /// Libraries that log a failure with its stack trace before they throw it. Their caller reports
  /// it in a sentence.
  private static final List<String> TOLD_ANYWAY = List.of("org.flywaydb", "com.zaxxer.hikari");

  private final LoggerContext context = new LoggerContext();
  private final List<LogSink> sinks = new ArrayList<>();
  private final List<OutputStreamAppender<ILoggingEvent>> appenders = new ArrayList<>();

  private Optional<WatchedStream> file = Optional.empty();

  private Logs() {}

  /// @throws RunStopped when the log file cannot be written
  static Logs open(LogOptions options, Terminal terminal) {
    var logs = new Logs();
    logs.begin();
    logs.add(SCREEN, options.screen(terminal), kept(terminal.err().bytes()));
    options.file().ifPresent(file -> logs.add(FILE, options.inFile(), logs.watched(file)));
    logs.hearLibraries();
    return logs;
  }

  /// A separate context needs what logback gives to the usual one.
  private void begin() {
    context.setName("rollcall");
    context.setMDCAdapter(((LoggerContext) LoggerFactory.getILoggerFactory()).getMDCAdapter());
    context.start();
  }

  private void hearLibraries() {
    var libraries = (LoggerContext) LoggerFactory.getILoggerFactory();
    var root = libraries.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    letGo(root);
    root.setLevel(Level.WARN);
    TOLD_ANYWAY.forEach(library -> libraries.getLogger(library).setLevel(Level.OFF));
    appenders.forEach(root::addAppender);
  }

  /// Detaches appenders without stopping them: the log that they belong to goes on.
  private static void letGo(Logger root) {
    var attached = new ArrayList<Appender<ILoggingEvent>>();
    root.iteratorForAppenders().forEachRemaining(attached::add);
    attached.forEach(root::detachAppender);
  }

  /// Writes the lines of each event of a run.
  Consumer<RunEvent> lines() {
    return event -> sinks.forEach(sink -> sink.accept(event));
  }

  /// The lines of one of several runs that go on at once. Each says which sync and run it belongs
  /// to.
  RunLines ofRun(SyncName sync, String run) {
    return new RunLines(sinks.stream().map(sink -> sink.ofRun(sync, run)).toList());
  }

  /// Writes a line that belongs to no run.
  void line(LogLine line) {
    sinks.forEach(sink -> sink.write(line));
  }

  /// Writes what the logs kept back until more of its kind would come.
  void finish() {
    sinks.forEach(LogSink::finish);
  }

  /// Writes that the command ended in a failure.
  ///
  /// @param lines why, one line each
  /// @param trace the failure whose stack trace to write; empty where the sentence is enough
  void failure(List<String> lines, Optional<Throwable> trace) {
    sinks.forEach(sink -> sink.failure(lines, trace));
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

  private OutputStream watched(Path path) {
    var stream = new WatchedStream(appending(path));
    file = Optional.of(stream);
    return stream;
  }

  /// Why the log file could not be written; empty where it could, and where there is none.
  Optional<IOException> fileFailure() {
    return file.flatMap(WatchedStream::failure);
  }

  private static OutputStream appending(Path file) {
    if (file.toString().equals("-")) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS,
          "The log is not written to standard output, where the result is. Standard error has it already; name a file with --log-file.");
    }
    try {
      return new OutputFile(file).append();
    } catch (IOException failure) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS,
          "The log file %s cannot be written: %s.".formatted(file, FileFailure.words(failure)),
          failure);
    }
  }

  /// The stream without its `close`: the log can be closed, and the screen stays open.
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
