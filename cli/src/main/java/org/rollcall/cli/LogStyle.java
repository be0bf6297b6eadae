package org.rollcall.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.nio.charset.StandardCharsets;
import net.logstash.logback.encoder.LogstashEncoder;
import org.rollcall.model.Privacy;

/// How one log looks.
///
/// @param look what the place it is written to can show
/// @param traces whether stack traces are written
/// @param level the least that is written
/// @param detail whether every line is written, however many are alike
record LogStyle(
    LogFormat format,
    Terminal.Look look,
    Privacy privacy,
    Traces traces,
    Level level,
    Detail detail) {
  /// How much is told of many members.
  enum Detail {
    /// Nothing but what keeps an answer waiting.
    ANSWER,
    BRIEF,
    EVERYTHING
  }

  /// What happens to a failure's stack trace.
  enum Traces {
    WRITTEN,
    LEFT_OUT
  }

  private static final String TIME = "%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\", UTC}";

  /// Goes to the line's start and clears it, because a progress bar may be there.
  private static final String OVER_THE_BAR = "\r\u001b[K";

  Encoder<ILoggingEvent> encoder(LoggerContext context) {
    return switch (format) {
      case JSON -> json(context);
      case TEXT -> text(context);
    };
  }

  /// What makes the lines of one run.
  Lines lines() {
    var all = new EventLines(privacy);
    return switch (detail) {
      case EVERYTHING -> all;
      case BRIEF -> new BriefLines(all, System::nanoTime);
      case ANSWER -> new AnswerLines(all);
    };
  }

  /// Whether to leave out the lines that a live progress bar shows better.
  boolean hasBar() {
    return format == LogFormat.TEXT && look.isLive();
  }

  private static Encoder<ILoggingEvent> json(LoggerContext context) {
    var encoder = new LogstashEncoder();
    encoder.setContext(context);
    encoder.setIncludeMdc(false);
    encoder.addDecorator(new LogEscapes());
    encoder.start();
    return encoder;
  }

  private Encoder<ILoggingEvent> text(LoggerContext context) {
    var layout = new PrintableLayout();
    layout.setContext(context);
    layout.setPattern(pattern());
    layout.start();
    var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
    encoder.setContext(context);
    encoder.setLayout(layout);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.start();
    return encoder;
  }

  private String pattern() {
    var trace =
        switch (traces) {
          case WRITTEN -> "%ex";
          case LEFT_OUT -> "%nopex";
        };
    return switch (look) {
          case PLAIN -> TIME + " %-5level %msg%n";
          case COLOUR_LINES -> TIME + " %highlight(%-5level) %msg%n";
          case MONOCHROME -> OVER_THE_BAR + "%d{HH:mm:ss} %-5level %msg%n";
          case COLOUR -> OVER_THE_BAR + "%d{HH:mm:ss} %highlight(%-5level) %msg%n";
        }
        + trace;
  }
}
