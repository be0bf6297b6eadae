package org.rollcall.run;

import java.util.Optional;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Gist;

/// Somebody who failed in a run, and for which cause.
///
/// @param cause the reason without what differs from one member to the next, and without people
public record Failure(MemberId member, String cause) {
  /// Empty for a member who did not fail.
  public static Optional<Failure> of(Outcome outcome) {
    return outcome.result() instanceof Result.NotDone result
        ? Optional.of(new Failure(outcome.member(), cause(result.reason(), outcome.name())))
        : Optional.empty();
  }

  private static String cause(String reason, String name) {
    var nameless = name.isBlank() ? reason : reason.replace(name, "…");
    return Gist.of(Privacy.MASK.sentence(nameless, ""));
  }
}
