package org.rollcall.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.Finding;
import org.rollcall.survey.Repair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says what is wrong with the setup and what to do about it.
@Command(
    name = "doctor",
    header = "Look at everything a run needs, and say what is wrong.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Looks at settings, network, clock, roster, Intercom, schedule and disk. Writes nothing "
          + "without --fix.",
      "",
      "Examples:",
      "  rollcall doctor",
      "  rollcall doctor --fix",
      "  rollcall doctor --json | jq '.findings[] | select(.level != \"ok\")'",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:ready to run, warnings or none", "1:something stands in a run's way"})
final class DoctorCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Option(
      names = "--fix",
      description = "Create the custom attributes that Intercom lacks, after asking.")
  private boolean fix;

  @Option(names = "--yes", description = "With --fix: do not ask.")
  private boolean yes;

  @Option(names = "--json", description = "Print what was found as JSON.")
  private boolean json;

  DoctorCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    var diagnosis = operations.examine(settings.config());
    if (!json) {
      view().of(diagnosis).forEach(terminal.out()::println);
    }
    var repaired = fix ? repaired(diagnosis.repairs()) : List.<Finding>of();
    var after = repaired.isEmpty() ? diagnosis : operations.examine(settings.config());
    print(after, repaired);
    return (after.isHealthy() ? ExitCode.CONVERGED : ExitCode.FAILED).code();
  }

  private void print(Diagnosis after, List<Finding> repaired) {
    if (json) {
      Json.print(DoctorJson.of(after, repaired), terminal.out());
    } else if (!repaired.isEmpty()) {
      view().of(repaired).forEach(terminal.out()::println);
      terminal.out().println();
      terminal.out().println(view().verdict(after));
    }
  }

  private List<Finding> repaired(List<Repair> repairs) throws InterruptedException {
    if (repairs.isEmpty()) {
      return List.of();
    }
    terminal.err().println("To be created in Intercom, for people (contacts):");
    repairs.forEach(each -> terminal.err().println("  " + each.name() + ", type " + each.type()));
    return yes || agreed() ? operations.repair(settings.config(), repairs) : List.of();
  }

  /// Anything but a plain yes is a no, and so is nobody there to ask.
  private boolean agreed() {
    terminal.err().print("An attribute's name and type can never be changed. Create them? [y/N] ");
    terminal.err().flush();
    try {
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      var answer = in.readLine();
      return answer != null && answer.strip().matches("(?i)y(es)?");
    } catch (IOException _) {
      return false;
    }
  }

  private DoctorView view() {
    return new DoctorView(Paint.on(terminal.outLook()));
  }
}
