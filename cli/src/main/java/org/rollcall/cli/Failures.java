package org.rollcall.cli;

import java.util.List;
import java.util.Optional;
import org.rollcall.run.RunStopped;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Turns everything that a command throws into a sentence and an exit code. No other place does.
record Failures(Terminal terminal) implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    return switch (failure) {
      case RunStopped stopped -> {
        tell(command, stopped.lines(), Optional.ofNullable(stopped.getCause()));
        yield ExitCode.of(stopped.kind()).code();
      }
      case InterruptedException _ -> {
        tell(
            command, List.of("Interrupted before there was anything to report."), Optional.empty());
        yield ExitCode.INTERRUPTED.code();
      }
      default -> {
        unexpected(command, failure);
        yield ExitCode.FAILED.code();
      }
    };
  }

  private void tell(CommandLine command, List<String> lines, Optional<Throwable> trace) {
    logging(command)
        .flatMap(LogOptions::opened)
        .ifPresentOrElse(logs -> logs.failure(lines, trace), () -> tell(terminal, lines));
  }

  /// Tells on the screen why a command ended.
  static void tell(Terminal terminal, List<String> lines) {
    terminal.err().println("rollcall: " + lines.getFirst());
    lines.stream().skip(1).forEach(terminal.err()::println);
  }

  /// Nobody foresaw this failure, so the sentence can only say where to look. A command without a
  /// log shows the stack trace itself.
  private void unexpected(CommandLine command, Exception failure) {
    var where = logging(command).map(LogOptions::traceIs).orElse("The stack trace follows.");
    tell(
        command,
        List.of("This is a mistake in Rollcall, not in what you did. " + where),
        Optional.of(failure));
    if (logging(command).isEmpty()) {
      terminal.err().trace(failure);
    }
  }

  private static Optional<LogOptions> logging(CommandLine command) {
    return command.getMixins().values().stream()
        .filter(LogOptions.class::isInstance)
        .map(LogOptions.class::cast)
        .findFirst();
  }
}
