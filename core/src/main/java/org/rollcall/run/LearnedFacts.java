package org.rollcall.run;

/// What earlier runs learned of the target. A run is right without it, too.
///
/// @param pastRuns how many members the roster had, and what became of their contacts
/// @param refusedFields what Intercom refused or did not keep
/// @param lastWritten how the contacts were left
/// @param writtenBefore what was written, by which it is seen that something comes back every time
/// @param lastNotices what the last run told
/// @param mapping how the contacts were made
/// @param endings members who need not be tried again
/// @param failures who failed when they were tried last
public record LearnedFacts(
    PastRuns pastRuns,
    RefusedFields refusedFields,
    LastWritten lastWritten,
    WrittenBefore writtenBefore,
    LastNotices lastNotices,
    KnownMapping mapping,
    KnownEndings endings,
    KnownFailures failures) {
  /// The same where nobody is known to have failed.
  public LearnedFacts(
      PastRuns pastRuns,
      RefusedFields refusedFields,
      LastWritten lastWritten,
      WrittenBefore writtenBefore,
      LastNotices lastNotices,
      KnownMapping mapping,
      KnownEndings endings) {
    this(
        pastRuns,
        refusedFields,
        lastWritten,
        writtenBefore,
        lastNotices,
        mapping,
        endings,
        KnownFailures.none());
  }

  /// The same where nothing is known of the mapping, and everybody is tried.
  public LearnedFacts(
      PastRuns pastRuns,
      RefusedFields refusedFields,
      LastWritten lastWritten,
      WrittenBefore writtenBefore,
      LastNotices lastNotices) {
    this(
        pastRuns,
        refusedFields,
        lastWritten,
        writtenBefore,
        lastNotices,
        KnownMapping.none(),
        KnownEndings.none());
  }

  /// The same where nothing is known of what was written.
  public LearnedFacts(PastRuns pastRuns, RefusedFields refusedFields, LastWritten lastWritten) {
    this(pastRuns, refusedFields, lastWritten, WrittenBefore.nothing(), LastNotices.none());
  }

  /// Nothing, and nothing is kept.
  public static LearnedFacts none() {
    return new LearnedFacts(PastRuns.none(), RefusedFields.none(), LastWritten.none());
  }

  /// The same for a run of some members only. Such a run does not tell how many there are.
  public LearnedFacts ofSome() {
    return new LearnedFacts(
        pastRuns.ofSome(),
        refusedFields,
        lastWritten,
        writtenBefore,
        lastNotices,
        mapping.ofSome(),
        endings,
        failures);
  }

  /// The same for a run that sends again what Intercom refused or did not keep, and tries
  /// everybody. What it learns of that is kept.
  public LearnedFacts resending() {
    return new LearnedFacts(
        pastRuns,
        refusedFields.forgetful(),
        lastWritten,
        WrittenBefore.nothing(),
        LastNotices.none(),
        mapping,
        endings.forgetful(),
        failures);
  }

  /// The same for a run that takes another back. It is judged by itself, and no later run by it.
  public LearnedFacts ofUndo() {
    return new LearnedFacts(
        PastRuns.none(), refusedFields, lastWritten, writtenBefore, LastNotices.none());
  }
}
