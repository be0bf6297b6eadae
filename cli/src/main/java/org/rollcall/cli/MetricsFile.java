package org.rollcall.cli;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Privacy;
import org.rollcall.model.SyncName;
import org.rollcall.review.EndedAs;
import org.rollcall.review.JournaledRun;
import org.rollcall.run.Report;
import org.rollcall.server.metrics.RunFigures;
import org.rollcall.server.metrics.RunMetrics;

/// The figures of the last run as a file that Prometheus' node exporter picks up. It names nobody.
final class MetricsFile {
  private MetricsFile() {}

  static SideFile file(Path path) {
    return new SideFile("file of metrics", "--metrics", path);
  }

  /// Writes the figures of `ended`.
  ///
  /// @param nights earlier runs, the latest first
  /// @return a sentence on why it could not be written; empty when it was
  static Optional<String> write(Path path, Report ended, List<JournaledRun> nights) {
    var success = new HashMap<SyncName, Instant>();
    lastSuccess(ended, nights).ifPresent(time -> success.put(ended.sync(), time));
    var metrics = RunMetrics.of(List.of(RunFigures.of(ended)), success);
    var writer = PrometheusTextFormatWriter.create();
    return file(path)
        .write(Privacy.MASK, out -> writer.write(out, metrics, EscapingScheme.UNDERSCORE_ESCAPING));
  }

  private static Optional<Instant> lastSuccess(Report ended, List<JournaledRun> nights) {
    return ended.status() == Report.Status.SUCCEEDED && !ended.simulated()
        ? Optional.of(ended.finished())
        : nights.stream()
            .filter(run -> run.status().filter(EndedAs.SUCCEEDED::equals).isPresent())
            .flatMap(run -> run.finished().stream())
            .findFirst();
  }
}
