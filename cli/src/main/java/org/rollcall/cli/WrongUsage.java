package org.rollcall.cli;

import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Answers a command line that cannot be understood: one sentence, and where to read more.
record WrongUsage(Terminal terminal) implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    var command = failure.getCommandLine();
    terminal.err().println("rollcall: " + sentence(failure));
    UnmatchedArgumentException.printSuggestions(failure, command.getErr());
    terminal
        .err()
        .println("'%s --help' tells more.".formatted(command.getCommandSpec().qualifiedName()));
    return ExitCode.USAGE.code();
  }

  private static String sentence(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return "nobody knows what to do with '%s' here."
          .formatted(String.join(" ", unmatched.getUnmatched()));
    }
    var message = String.valueOf(failure.getMessage()).replaceFirst("^Error: ", "");
    return message.endsWith(".") ? message : message + ".";
  }
}
