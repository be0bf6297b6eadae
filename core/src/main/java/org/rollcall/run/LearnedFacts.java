package org.rollcall.run;

import java.util.OptionalInt;

/// What earlier runs learned of the target. A run is right without it, too.
///
/// @param lastGoodRun how many members the roster had
/// @param refusedFields what Intercom refused or did not keep
/// @param lastWritten how the contacts were left
public record LearnedFacts(
    LastGoodRun lastGoodRun, RefusedFields refusedFields, LastWritten lastWritten) {
  /// Nothing, and nothing is kept.
  public static LearnedFacts none() {
    return new LearnedFacts(new Forgetful(), RefusedFields.none(), LastWritten.none());
  }

  /// The same for a run of some members only. Such a run does not tell how many there are.
  public LearnedFacts ofSome() {
    return new LearnedFacts(new Forgetful(), refusedFields, lastWritten);
  }

  private static final class Forgetful implements LastGoodRun {
    @Override
    public OptionalInt members() {
      return OptionalInt.empty();
    }

    @Override
    public void remember(int members) {}
  }
}
