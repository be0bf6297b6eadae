package org.rollcall.cli;

import java.util.Optional;
import org.rollcall.model.Privacy;
import picocli.CommandLine.Option;

/// What is told beside where a workflow of GitHub runs the command. People are masked, unless the
/// command line or the settings show them: many may read a workflow's run.
final class GithubOption {
  @Option(
      names = "--github",
      description =
          "In a workflow of GitHub: also add a summary to the page of the workflow's run, with people masked, and annotations for failures. Elsewhere it does nothing.")
  private boolean github;

  /// The step, where there is one and it was asked for.
  Optional<GithubStep> step(Privacy privacy) {
    return github
        ? GithubStep.summaryIn(System.getenv()).map(path -> new GithubStep(path, privacy))
        : Optional.empty();
  }
}
