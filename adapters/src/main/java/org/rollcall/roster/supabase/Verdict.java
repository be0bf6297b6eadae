package org.rollcall.roster.supabase;

import java.time.Duration;
import org.rollcall.run.RunStopped;

/// What an answer of the server means for reading on.
sealed interface Verdict {
  /// The rows asked for.
  record Rows(Page page) implements Verdict {}

  /// The joined tables cannot be embedded: there is no foreign key between them, or more than one.
  record NoForeignKey() implements Verdict {}

  /// The database cancelled the query; fewer rows may do.
  record TooSlow(String why) implements Verdict {}

  /// It may be better in a moment.
  record Passing(String why, Duration atLeast) implements Verdict {}

  /// It will not be better however often it is asked.
  record Final(RunStopped stop) implements Verdict {}
}
