package org.rollcall.cli;

import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import org.rollcall.app.Validation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Judges the settings by themselves.
@Command(
    name = "validate",
    header = "Look for mistakes in the settings, and call nobody.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Reads the settings, those of every sync, with the variables that they name, and prints every "
          + "mistake with its line. The tests that the settings have for their mapping are run, too. "
          + "Neither the roster nor Intercom is asked: 'rollcall doctor' looks at those.",
      "",
      "Examples:",
      "  rollcall validate",
      "  rollcall validate --config north.yaml --env-file north.env",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no mistake", "2:there are mistakes; each is printed"})
final class ValidateCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  ValidateCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var found = operations.validate(settings.selection());
    found.mistakes().forEach(terminal.out()::println);
    terminal.out().println(verdict(found));
    return (found.mistakes().isEmpty() ? ExitCode.CONVERGED : ExitCode.USAGE).code();
  }

  private static StyledLine verdict(Validation found) {
    return found.mistakes().isEmpty()
        ? StyledLine.EMPTY.green("No mistake in %s%s.".formatted(found.name(), tested(found)))
        : StyledLine.EMPTY.red(
            "%s. No run would begin.".formatted(Words.count(found.mistakes().size(), "mistake")));
  }

  private static String tested(Validation found) {
    return switch (found.tests()) {
      case 0 -> "";
      case 1 -> "; its test holds";
      default -> "; its %d tests hold".formatted(found.tests());
    };
  }
}
