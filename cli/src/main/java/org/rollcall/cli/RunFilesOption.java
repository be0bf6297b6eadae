package org.rollcall.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which files a run leaves.
final class RunFilesOption {
  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report as JSON to FILE, whole or not at all.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Also write it to FILE as a page for a browser, whole or not at all; the file needs no other. With --privacy mask it names nobody.")
  private Optional<Path> page = Optional.empty();

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description =
          "Also write the figures to FILE as Prometheus reads them, for the text files of its node exporter: /var/lib/node_exporter/rollcall.prom.")
  private Optional<Path> metrics = Optional.empty();

  RunFiles files() {
    return new RunFiles(report, page, metrics);
  }
}
