package org.rollcall.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.json.ReportJson;
import org.rollcall.model.Privacy;
import org.rollcall.run.Report;

/// Tells the caller how a run ended: on standard output, in a file, and by the exit code.
///
/// @param file where to write the report; the name of standard output is the same as `json`
/// @param json whether standard output gets the report rather than the summary
/// @param pauseIsGood whether a run that found its sync paused counts as one with nothing to do
record Ending(
    Terminal terminal, Privacy privacy, Optional<Path> file, boolean json, boolean pauseIsGood) {
  static final String NOTHING_TO_DO = "Nothing to do.";

  /// Of a run to which a pause is no good end.
  Ending(Terminal terminal, Privacy privacy, Optional<Path> file, boolean json) {
    this(terminal, privacy, file, json, false);
  }

  /// Tells the report of a run that was meant for some members only: `nothing` says that there was
  /// nothing to do.
  ExitCode ofSome(Report report, String nothing) {
    if (!isForPrograms()
        && report.status() == Report.Status.SUCCEEDED
        && report.totals().isQuiet()) {
      terminal.out().println(nothing);
      return filed(report);
    }
    return of(report);
  }

  /// Tells `report`. A report file that cannot be written does not undo the run, but the caller was
  /// promised a file. A run that converged then exits with 1, any other with its own code.
  ExitCode of(Report report) {
    print(report);
    return filed(report);
  }

  private ExitCode filed(Report report) {
    var code = code(report);
    var trouble =
        file.filter(path -> !StandardOutput.isNamed(path))
            .flatMap(path -> new ReportFile(path, privacy).write(report));
    trouble.ifPresent(terminal.err()::println);
    return trouble.isPresent() ? code.butUnwritten() : code;
  }

  private ExitCode code(Report report) {
    return pauseIsGood && report.status() == Report.Status.PAUSED
        ? ExitCode.CONVERGED
        : ExitCode.of(report);
  }

  /// Whether standard output is no place for sentences.
  boolean isForPrograms() {
    return json || file.filter(StandardOutput::isNamed).isPresent();
  }

  private void print(Report report) {
    if (isForPrograms()) {
      terminal.out().print(new ReportJson(privacy).of(report));
    } else {
      new SummaryView(privacy).of(report).forEach(terminal.out()::println);
    }
  }
}
