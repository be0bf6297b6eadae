package org.rollcall.cli;

import java.util.Optional;
import org.rollcall.run.RunStopped;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Turns everything that a command throws into a sentence and an exit code. No other place does.
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    return switch (failure) {
      case RunStopped stopped -> {
        tell(
            command, String.valueOf(stopped.getMessage()), Optional.ofNullable(stopped.getCause()));
        yield ExitCode.of(stopped.kind()).code();
      }
      case InterruptedException _ -> {
        tell(command, "Interrupted before there was anything to report.", Optional.empty());
        yield ExitCode.INTERRUPTED.code();
      }
      default -> {
        unexpected(command, failure);
        yield ExitCode.FAILED.code();
      }
    };
  }

  private static void tell(CommandLine command, String sentence, Optional<Throwable> trace) {
    logging(command)
        .flatMap(LogOptions::opened)
        .ifPresentOrElse(
            logs -> logs.failure(sentence, trace),
            () -> command.getErr().println("rollcall: " + sentence));
  }

  /// Nobody foresaw this failure, so the sentence can only say where to look. A command without a
  /// log shows the stack trace itself.
  private static void unexpected(CommandLine command, Exception failure) {
    var where = logging(command).map(LogOptions::traceIs).orElse("The stack trace follows.");
    tell(
        command,
        "This is a mistake in Rollcall, not in what you did. %s".formatted(where),
        Optional.of(failure));
    if (logging(command).isEmpty()) {
      failure.printStackTrace(command.getErr());
    }
  }

  private static Optional<LogOptions> logging(CommandLine command) {
    return command.getMixins().values().stream()
        .filter(LogOptions.class::isInstance)
        .map(LogOptions.class::cast)
        .findFirst();
  }
}
