package org.rollcall.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollcall.app.Operations;
import org.rollcall.app.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The options and the end of the help that all commands share which read the roster.
@Command(
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:converged, nothing failed",
      "1:the run failed or stopped (source broken, token refused)",
      "2:wrong usage or settings",
      "3:finished, some members failed or need a person",
      "4:the safeguard refused the plan",
      "5:plan --exit-code: there are changes",
      "6:somebody has paused the sync",
      "130:interrupted; what was in flight was finished and recorded"
    },
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  SUPABASE_URL                the project, https://REF.supabase.co",
      "  SUPABASE_SERVICE_ROLE_KEY   its service key",
      "  DATABASE_URL                a PostgreSQL connection instead of those two",
      "  INTERCOM_ACCESS_TOKEN       the workspace's token",
      "  INTERCOM_API_URL            another Intercom, such as 'rollcall sandbox'",
      "  ROLLCALL_STATE              the folder that keeps what runs remember",
      "  NO_COLOR                    no colour on a terminal"
    })
abstract class RosterCommand implements Callable<Integer> {
  final Operations operations;
  final Terminal terminal;

  private @Nullable StopSignal signal;

  @Mixin final SettingsOptions settings = new SettingsOptions();
  @Mixin final LogOptions logging = new LogOptions();

  RosterCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  /// The wish to stop. Signals are heard from the first call of this method.
  final StopSignal signal() {
    var known = signal;
    if (known == null) {
      known = StopSignal.listen(StopSignal.PATIENCE, terminal);
      signal = known;
    }
    return known;
  }

  /// All listeners of the run, opened as the options and the settings say.
  final Listeners listeners(Selection selection) {
    logging.settingsSay(operations.privacy(selection));
    return Listeners.of(logging, terminal);
  }

  /// The same for a question: the screen has the answer, and no lines of a run.
  final Listeners answering(Selection selection) {
    logging.answering();
    return listeners(selection);
  }
}
