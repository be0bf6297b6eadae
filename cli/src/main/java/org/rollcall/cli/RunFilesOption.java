package org.rollcall.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which files a run leaves.
final class RunFilesOption {
  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report as JSON to FILE, whole or not at all.")
  private Optional<Path> report = Optional.empty();

  @Mixin private final HtmlOption page = new HtmlOption();

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description =
          "Also write the figures to FILE as Prometheus reads them, for the text files of its node exporter: /var/lib/node_exporter/rollcall.prom.")
  private Optional<Path> metrics = Optional.empty();

  RunFiles files() {
    return new RunFiles(report, page.path(), metrics);
  }
}
