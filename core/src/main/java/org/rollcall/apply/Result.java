package org.rollcall.apply;

import java.util.Optional;

/// What became of one member's change.
public sealed interface Result {
  /// A contact was made.
  record Created() implements Result {}

  /// The member's contact was changed.
  record Updated() implements Result {}

  /// There was nothing to do.
  record Unchanged() implements Result {}

  /// Their contact shows now that they have left.
  record Departed() implements Result {}

  /// The roster gave no contact to make; nothing was asked of Intercom.
  record Skipped(String reason) implements Result {}

  /// The member was not put right, and the run counts it as failed.
  sealed interface NotDone extends Result {
    /// What happened and what to do, as a sentence for the operator.
    String reason();

    /// The Java failure behind it, with its stack trace, where there is one.
    Optional<Throwable> cause();
  }

  /// Intercom refused, or could not be reached in time.
  ///
  /// @param passing whether another night may bring a better answer without anybody doing anything
  record Failed(String reason, boolean passing, Optional<Throwable> cause) implements NotDone {}

  /// The contact in the way is somebody else's; nothing of it was changed.
  record IdentityClash(String reason) implements NotDone {
    @Override
    public Optional<Throwable> cause() {
      return Optional.empty();
    }
  }

  /// Only a person can go on, in Intercom's own pages.
  record NeedsPerson(String reason) implements NotDone {
    @Override
    public Optional<Throwable> cause() {
      return Optional.empty();
    }
  }
}
