package org.rollcall.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.files.FileFailure;
import picocli.CommandLine.Help;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/// Executes a command with the colours that the person wants, and then says so if its output got
/// lost. A command whose output is not all there has failed.
record OutputCheck(Terminal terminal) implements IExecutionStrategy {
  @Override
  public int execute(ParseResult arguments) {
    arguments.commandSpec().commandLine().setColorScheme(Help.defaultColorScheme(ansi()));
    var code = new RunLast().execute(arguments);
    var troubles = troubles(arguments);
    troubles.forEach(each -> terminal.err().println("rollcall: " + each));
    return troubles.isEmpty() || isFailure(code) ? code : ExitCode.FAILED.code();
  }

  private Help.Ansi ansi() {
    return terminal.out().look().hasColour() ? Help.Ansi.ON : Help.Ansi.OFF;
  }

  private static boolean isFailure(int code) {
    return code != ExitCode.CONVERGED.code() && code != ExitCode.CHANGES.code();
  }

  private List<String> troubles(ParseResult arguments) {
    var screen =
        terminal.out().failure().filter(failure -> !hasHungUp(failure)).stream()
            .map(failure -> "standard output cannot be written: %s.".formatted(words(failure)));
    var log =
        logging(arguments)
            .flatMap(logs ->
                logs.fileFailure()
                    .map(failure ->
                        "the log file could not be written to its end: %s."
                            .formatted(words(failure))))
            .stream();
    return Stream.concat(screen, log).toList();
  }

  private static String words(IOException failure) {
    return FileFailure.words(failure);
  }

  /// A reader such as `head` that has seen enough is no failure.
  private static boolean hasHungUp(IOException failure) {
    return "Broken pipe".equals(failure.getMessage());
  }

  private static Optional<Logs> logging(ParseResult arguments) {
    return Stream.iterate(
            Optional.of(arguments), Optional::isPresent, each -> each.map(ParseResult::subcommand))
        .flatMap(Optional::stream)
        .flatMap(each -> each.commandSpec().mixins().values().stream())
        .map(mixin -> mixin.userObject())
        .filter(LogOptions.class::isInstance)
        .flatMap(options -> ((LogOptions) options).opened().stream())
        .findFirst();
  }
}
