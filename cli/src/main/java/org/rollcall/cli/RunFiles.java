package org.rollcall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.model.Privacy;
import org.rollcall.model.SyncName;
import org.rollcall.page.PageFile;
import org.rollcall.page.RunPage;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunSheet;
import org.rollcall.run.Report;

/// The files that a run leaves where somebody asked for them.
///
/// @param report for programs, in full
/// @param page for a browser
/// @param metrics for a monitoring system
record RunFiles(Optional<Path> report, Optional<Path> page, Optional<Path> metrics) {
  /// The same for one sync of several: `night.json` becomes `night-north.json`.
  RunFiles of(SyncName sync) {
    return new RunFiles(
        report.map(path -> ReportFile.named(path, sync)),
        page.map(path -> ReportFile.named(path, sync)),
        metrics.map(path -> ReportFile.named(path, sync)));
  }

  /// Returns when all of them can be written, before there is anything to write.
  ///
  /// @throws org.rollcall.run.RunStopped when one cannot
  void check() {
    ReportFile.check(report);
    page().map(HtmlOption::file).ifPresent(SideFile::check);
    metrics().map(MetricsFile::file).ifPresent(SideFile::check);
  }

  /// Whether something needs to know earlier runs.
  boolean needNights() {
    return page.isPresent() || metrics.isPresent();
  }

  /// Writes page and metrics; the report is written by who prints it.
  ///
  /// @param nights this run and earlier ones, the latest first
  /// @return why some could not be written, a sentence each
  List<String> write(Report ended, List<JournaledRun> nights, Privacy privacy) {
    return Stream.of(
            page.flatMap(path -> page(path, ended, nights, privacy)),
            metrics.flatMap(path -> MetricsFile.write(path, ended, nights)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> page(
      Path path, Report ended, List<JournaledRun> nights, Privacy privacy) {
    var page = new RunPage(privacy).of(RunSheet.of(ended), nights);
    return HtmlOption.file(path).write(privacy, out -> PageFile.write(page, out));
  }
}
