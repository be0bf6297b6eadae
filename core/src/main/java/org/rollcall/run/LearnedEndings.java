package org.rollcall.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Remedy;
import org.rollcall.apply.Result;
import org.rollcall.model.MemberId;
import org.rollcall.run.KnownEndings.Ending;
import org.rollcall.run.KnownEndings.Kind;

/// The endings of one run that the next ones need not try again.
final class LearnedEndings {
  /// After these nothing is known: they write, or follow a write.
  private static final Set<Remedy> WRITING =
      Set.of(
          Remedy.ARCHIVE_DUPLICATE,
          Remedy.PUT_ASIDE,
          Remedy.CHECK_LANDED,
          Remedy.WRITE_REST,
          Remedy.HAND_BACK,
          Remedy.CREATE_ANEW);

  private LearnedEndings() {}

  /// Those of `outcomes`, with the digests of both sides as `planned` saw them. Members who were
  /// not tried are left out: a week after they were, they are tried again.
  static List<Ending> of(Planned planned, List<Outcome> outcomes, Instant now) {
    var ended = ended(planned, outcomes);
    var learned = new ArrayList<Ending>();
    if (!ended.isEmpty()) {
      for (var change : planned.plan().notable()) {
        var outcome = ended.get(change.member());
        if (outcome != null && change.asks()) {
          Refusals.wanted(change)
              .flatMap(planned::sidesOf)
              .flatMap(sides -> ending(outcome, sides, now))
              .ifPresent(learned::add);
        }
      }
    }
    return learned;
  }

  private static Map<MemberId, Outcome> ended(Planned planned, List<Outcome> outcomes) {
    var ended = new HashMap<MemberId, Outcome>();
    for (var outcome : outcomes) {
      if (kind(outcome.result()).isPresent()
          && !planned.held().endings().containsKey(outcome.member())
          && outcome.remedies().stream().noneMatch(WRITING::contains)) {
        ended.put(outcome.member(), outcome);
      }
    }
    return ended;
  }

  private static Optional<Ending> ending(Outcome outcome, FieldDigest sides, Instant now) {
    return outcome.result() instanceof Result.NotDone result
        ? kind(result)
            .map(kind ->
                new Ending(outcome.member(), sides, kind, result.reason(), outcome.contact(), now))
        : Optional.empty();
  }

  private static Optional<Kind> kind(Result result) {
    return switch (result) {
      case Result.IdentityClash _ -> Optional.of(Kind.CLASH);
      case Result.NeedsPerson _ -> Optional.of(Kind.PERSON);
      case Result.Created _,
          Result.Updated _,
          Result.Unchanged _,
          Result.Departed _,
          Result.Skipped _,
          Result.Failed _ ->
          Optional.empty();
    };
  }
}
