package org.rollcall.cli;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.PrintableText;

/// A failure as the log shows it. Its messages and those of its causes are printable.
record PrintableThrowable(IThrowableProxy failure) implements IThrowableProxy {
  /// The stack trace of a failure, each line with its end.
  static String trace(Throwable failure) {
    return ThrowableProxyUtil.asString(new PrintableThrowable(new ThrowableProxy(failure)));
  }

  static @Nullable IThrowableProxy of(@Nullable IThrowableProxy failure) {
    return failure == null ? null : new PrintableThrowable(failure);
  }

  @Override
  public @Nullable String getMessage() {
    return printable(failure.getMessage());
  }

  @Override
  public @Nullable String getOverridingMessage() {
    return printable(failure.getOverridingMessage());
  }

  @Override
  public String getClassName() {
    return failure.getClassName();
  }

  @Override
  public StackTraceElementProxy[] getStackTraceElementProxyArray() {
    return failure.getStackTraceElementProxyArray();
  }

  @Override
  public int getCommonFrames() {
    return failure.getCommonFrames();
  }

  @Override
  public @Nullable IThrowableProxy getCause() {
    return of(failure.getCause());
  }

  @Override
  public IThrowableProxy[] getSuppressed() {
    return Stream.of(failure.getSuppressed())
        .map(PrintableThrowable::new)
        .toArray(IThrowableProxy[]::new);
  }

  @Override
  public boolean isCyclic() {
    return failure.isCyclic();
  }

  private static @Nullable String printable(@Nullable String message) {
    return message == null ? null : PrintableText.of(message);
  }
}
