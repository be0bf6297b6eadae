package org.rollcall.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import org.rollcall.app.Selection;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.DoctorResult;
import org.rollcall.doctor.Finding;
import org.rollcall.json.DoctorJson;
import org.rollcall.model.SyncName;
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
    var found = operations.examine(settings.selection());
    var results = new LinkedHashMap<SyncName, DoctorResult>();
    for (var each : found.entrySet()) {
      var diagnosis = current(each.getKey(), each.getValue(), results.values());
      if (!json) {
        head(each.getKey(), found.size());
        view().of(diagnosis).forEach(terminal.out()::println);
      }
      results.put(each.getKey(), result(each.getKey(), diagnosis));
    }
    if (json) {
      terminal.out().print(DoctorJson.of(results));
    }
    var healthy = results.values().stream().allMatch(each -> each.after().isHealthy());
    return (healthy ? ExitCode.CONVERGED : ExitCode.FAILED).code();
  }

  private void head(SyncName name, int syncs) {
    if (syncs > 1) {
      terminal.out().println("Sync " + name + ":");
    }
  }

  /// What is found now: a repair for one sync may have been one for another, too.
  private Diagnosis current(SyncName name, Diagnosis found, Collection<DoctorResult> before)
      throws InterruptedException {
    return before.stream().allMatch(each -> each.repaired().isEmpty())
        ? found
        : examined(name, found);
  }

  private Diagnosis examined(SyncName name, Diagnosis before) throws InterruptedException {
    var found = operations.examine(settings.selectionOr(name));
    return Objects.requireNonNullElse(found.get(name), before);
  }

  private DoctorResult result(SyncName name, Diagnosis diagnosis) throws InterruptedException {
    var repaired =
        fix ? repaired(settings.selectionOr(name), diagnosis.repairs()) : List.<Finding>of();
    if (repaired.isEmpty()) {
      return new DoctorResult(diagnosis, repaired);
    }
    var after = examined(name, diagnosis);
    if (!json) {
      view().since(diagnosis, repaired, after).forEach(terminal.out()::println);
    }
    return new DoctorResult(after, repaired);
  }

  private List<Finding> repaired(Selection selection, List<Repair> repairs)
      throws InterruptedException {
    if (repairs.isEmpty()) {
      return List.of();
    }
    terminal.err().println("These attributes for people (contacts) will be created in Intercom:");
    repairs.forEach(each -> terminal.err().println("  " + each.name() + ", type " + each.type()));
    return yes || agreed() ? operations.repair(selection, repairs) : List.of();
  }

  /// Only a plain yes counts as yes. Where nobody can answer, the answer is no.
  private boolean agreed() {
    terminal.err().print("An attribute's name and type can never be changed. Create them? [y/N] ");
    try {
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      var answer = in.readLine();
      return answer != null && answer.strip().matches("(?i)y(es)?");
    } catch (IOException _) {
      return false;
    }
  }

  private DoctorView view() {
    return new DoctorView();
  }
}
