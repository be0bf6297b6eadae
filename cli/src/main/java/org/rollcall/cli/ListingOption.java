package org.rollcall.cli;

import picocli.CommandLine.Option;

/// How many members of a plan are shown to a person.
final class ListingOption {
  private static final int LISTED = 20;

  @Option(
      names = "--all",
      description = "List every member concerned, not only the first " + LISTED + ".")
  private boolean all;

  int most() {
    return all ? Integer.MAX_VALUE : LISTED;
  }
}
