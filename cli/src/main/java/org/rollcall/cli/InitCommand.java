package org.rollcall.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import org.rollcall.files.FileFailure;
import org.rollcall.files.OutputFile;
import org.rollcall.run.RunStopped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the built-in settings to a file.
@Command(
    name = "init",
    header = "Write the built-in settings to a file, for editing.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Commands find rollcall.yaml in the folder they are started in; another name goes with "
          + "--config.",
      "",
      "Examples:",
      "  rollcall init",
      "  rollcall init other-workspace.yaml",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the file is written", "2:it could not be written; the reason is printed"})
final class InitCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "rollcall.yaml",
      description = "Where to write. Default: ${DEFAULT-VALUE}.")
  private Path file = Path.of("rollcall.yaml");

  @Option(names = "--force", description = "Overwrite FILE where it exists.")
  private boolean force;

  InitCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try {
      write(settings().getBytes(StandardCharsets.UTF_8));
    } catch (FileAlreadyExistsException failure) {
      throw stopped("%s exists already. Name another file, or overwrite it with --force.", failure);
    } catch (IOException failure) {
      throw stopped(
          "%s cannot be written: " + FileFailure.words(failure).replace("%", "%%") + ".", failure);
    }
    terminal.out().println("Wrote " + file + ". Look it through, then try: rollcall doctor");
    return ExitCode.CONVERGED.code();
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

  private void write(byte[] template) throws IOException {
    if (force) {
      new OutputFile(file).writeForAll(out -> out.write(template));
    } else {
      new OutputFile(file).create(out -> out.write(template));
    }
  }

  private RunStopped stopped(String sentence, IOException failure) {
    return new RunStopped(RunStopped.Kind.SETTINGS, sentence.formatted(file), failure);
  }
}
