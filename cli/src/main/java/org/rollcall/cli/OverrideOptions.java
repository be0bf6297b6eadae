package org.rollcall.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollcall.app.RunRequest;
import picocli.CommandLine.Option;

/// What a run does only because its operator says so.
final class OverrideOptions {
  @Option(names = "--force", description = "Apply even what the safeguard would refuse.")
  private boolean force;

  @Option(
      names = "--no-lease",
      description =
          "Write even if the store fails, so that no lease can be had. See that no other run is "
              + "going on.")
  private boolean noLease;

  @Option(
      names = "--accept-workspace",
      paramLabel = "ID",
      description =
          "Write to this workspace although the last run of the sync wrote to another. Needed once.")
  private @Nullable String workspace;

  RunRequest.Overrides overrides() {
    return new RunRequest.Overrides(force, noLease, Optional.ofNullable(workspace));
  }
}
