package org.rollcall.cli;

import picocli.CommandLine.Option;

/// How many members of a plan are shown to a person.
final class ListingOption {
  @Option(names = "--all", description = "List every member concerned, not only the first 20.")
  private boolean all;

  Listing listing() {
    return all ? Listing.ALL : Listing.USUAL;
  }
}
