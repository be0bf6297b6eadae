package org.rollcall.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import org.rollcall.model.Workspace;
import org.rollcall.run.RunEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the built-in settings to a file, or settings for the roster that there is.
@Command(
    name = "init",
    header = "Write settings to a file, for editing.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Commands find rollcall.yaml in the folder they are started in; another name goes with "
          + "--config.",
      "",
      "With --from-roster it reads the roster that the environment names, and Intercom where there "
          + "is a token, and writes settings for them: tables, columns and attributes that are not "
          + "there are commented out, and the codes are listed to be named, with the names that "
          + "Intercom holds for them today. It names no code by itself, writes nothing of a member, "
          + "and changes neither side.",
      "",
      "Examples:",
      "  rollcall init",
      "  rollcall init --from-roster",
      "  rollcall init other-workspace.yaml",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the file is written",
      "1:the roster could not be read",
      "2:it could not be written, or there is no such roster; the reason is printed"
    })
final class InitCommand implements Callable<Integer> {
  /// The most contacts in the first page of their list.
  private static final int PAGE = 150;

  private final Operations operations;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "rollcall.yaml",
      description = "Where to write. Default: ${DEFAULT-VALUE}.")
  private Path file = Path.of("rollcall.yaml");

  @Option(
      names = "--from-roster",
      description =
          "Read the roster, and Intercom where there is a token, and write settings for them.")
  private boolean fromRoster;

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description = {
        "With --from-roster: variables, one NAME=value a line; those of the process have precedence.",
        "Default: .env beside the settings file, where there is one."
      })
  private Optional<Path> environmentFile = Optional.empty();

  @Option(names = "--force", description = "Overwrite FILE where it exists.")
  private boolean force;

  InitCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    var target =
        new SettingsFile(
            file, force, "%s exists already. Name another file, or overwrite it with --force.");
    if (fromRoster) {
      fromRoster(target);
    } else {
      target.write(settings());
      terminal.out().println("Wrote " + file + ". Look it through, then try: rollcall doctor");
    }
    return ExitCode.CONVERGED.code();
  }

  private void fromRoster(SettingsFile target) throws InterruptedException {
    target.check();
    var drafted = operations.draftSettings(environmentFile, file, this::progress);
    target.write(SchemaLine.ofProcess().in(in(drafted.workspace(), drafted.text()), file));
    terminal.out().println("Wrote %s for %s.".formatted(file, drafted.roster()));
    drafted.told().forEach(each -> terminal.out().println("  " + each));
    terminal.out().println("Name the codes in it, then try: rollcall doctor");
  }

  private static String in(Optional<Workspace> workspace, String text) {
    return workspace.flatMap(FoundWorkspace::of).map(found -> found.in(text)).orElse(text);
  }

  /// Says what is waited for, without a line for each page.
  private void progress(RunEvent event) {
    if (event instanceof RunEvent.RosterCounted(var total, _)) {
      terminal.err().println("Reading %,d members...".formatted(total));
    } else if (event instanceof RunEvent.WorkspacePage(var soFar, var total) && soFar <= PAGE) {
      terminal.err().println("Reading %,d contacts...".formatted(total));
    } else if (event instanceof RunEvent.Warned(var sentence)) {
      terminal.err().println(sentence);
    } else if (event instanceof RunEvent.RosterRetry(var what, _, _, _, _)) {
      terminal.err().println(what);
    }
  }

  /// The built-in settings. Where the environment has a token, they allow only the workspace that
  /// it opens.
  private String settings() {
    var template = operations.settingsTemplate();
    return SchemaLine.ofProcess()
        .in(workspace().map(found -> found.in(template)).orElse(template), file);
  }

  private Optional<FoundWorkspace> workspace() {
    try {
      return operations.openedWorkspace().flatMap(FoundWorkspace::of);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
