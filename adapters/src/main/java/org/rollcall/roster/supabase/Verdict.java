package org.rollcall.roster.supabase;

import java.time.Duration;
import org.rollcall.run.RunStopped;

/// What an answer of the server means for further reading.
sealed interface Verdict {
  /// The requested rows.
  record Rows(Page page) implements Verdict {}

  /// The joined tables cannot be embedded, because there is no foreign key between them or more
  /// than one.
  record NoForeignKey() implements Verdict {}

  /// The database cancelled the query; a smaller page may work.
  record TooSlow(String why) implements Verdict {}

  /// The database would not wait any longer for a table that another session has locked.
  record Locked(String why) implements Verdict {}

  /// The server does not know a table. It may not have read the schema since a migration.
  ///
  /// @param stop what stops the run if that does not pass
  record Unlisted(RunStopped stop) implements Verdict {}

  /// The failure may pass in a moment.
  record Passing(String why, Duration atLeast) implements Verdict {}

  /// The failure will not pass.
  record Final(RunStopped stop) implements Verdict {}
}
