package org.rollcall.cli;

import picocli.CommandLine.Option;

/// Says that the mapping was changed on purpose.
final class MappingOption {
  @Option(
      names = "--accept-mapping-change",
      description =
          "Apply what the safeguard would refuse only because the mapping has changed since the "
              + "last good run. Needed once; 'rollcall plan' names the fields.")
  private boolean accepted;

  boolean isAccepted() {
    return accepted;
  }
}
