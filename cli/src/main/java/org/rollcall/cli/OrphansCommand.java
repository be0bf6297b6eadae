package org.rollcall.cli;

import org.rollcall.app.Operations;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/// Contacts of whom nothing in the roster tells any more.
@Command(
    name = "orphans",
    header = "List contacts of people who were deleted from the members' table.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Lists the users in Intercom whose external id looks like a member number and is in no row of "
          + "the members' table, with when they were seen last. Ids of another form, such as those "
          + "of staff, are left out. Reads both sides whole, as a run does; writes nothing. What a "
          + "run does with these contacts is said by leavers.orphans in the settings.",
      "",
      "Examples:",
      "  rollcall orphans",
      "  rollcall orphans --csv > to-look-at.csv",
      "  rollcall orphans --json | jq '.orphans | length'",
      ""
    })
final class OrphansCommand extends RosterCommand {
  @ArgGroup private OrphansFormOption form = new OrphansFormOption();

  OrphansCommand(Operations operations, Terminal terminal) {
    super(operations, terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    try (var listeners = answering(settings.selection())) {
      var orphans = operations.orphans(settings.selection(), listeners);
      form.print(orphans, logging.inResults(), terminal.out());
      return ExitCode.CONVERGED.code();
    }
  }
}
