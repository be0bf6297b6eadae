package org.rollcall.cli;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.rollcall.model.PrintableText;

/// The layout of a text log. `%msg` and `%ex` are printable in it, whatever an event brings.
final class PrintableLayout extends PatternLayout {
  PrintableLayout() {
    getInstanceConverterMap().put("msg", Message::new);
    getInstanceConverterMap().put("ex", Trace::new);
  }

  /// One event is one line, because a line break in a message is escaped.
  static final class Message extends MessageConverter {
    @Override
    public String convert(ILoggingEvent event) {
      return PrintableText.of(super.convert(event));
    }
  }

  static final class Trace extends ThrowableProxyConverter {
    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
      return super.throwableProxyToString(new PrintableThrowable(failure));
    }
  }
}
