package org.rollcall.apply;

/// What comes next for a member.
public sealed interface Step {
  /// Ask Intercom what the attempt asks now.
  record Send(Attempt attempt) implements Step {}

  /// It is over.
  record Done(Attempt attempt, Result result) implements Step {}

  /// Nothing will work for anybody: stop the run.
  record Halt(Attempt attempt, Result.Failed result) implements Step {}
}
