package org.rollcall.laws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.app.RunMemory;
import org.rollcall.apply.Result;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Target;
import org.rollcall.plan.Difference;
import org.rollcall.run.LastNotices;
import org.rollcall.run.LastWritten;
import org.rollcall.run.LearnedFacts;
import org.rollcall.run.Lease;
import org.rollcall.run.PastRuns;
import org.rollcall.run.RefusedFields;
import org.rollcall.run.Revivals;
import org.rollcall.run.RunEvent;

/// What runs wrote and what they leave for a week, as the store would keep it.
final class FightMemory implements RunMemory, RefusedFields {
  private final InstantSource clock;
  private final List<Written> journal = new ArrayList<>();
  private final Map<Place, Kept> kept = new HashMap<>();
  private Instant began = Instant.EPOCH;

  private record Written(MemberId member, List<Difference> fields, Instant when) {}

  private record Place(MemberId member, FieldName field) {}

  private record Kept(Refusal refusal, Instant since) {}

  FightMemory(InstantSource clock) {
    this.clock = clock;
  }

  void begin() {
    began = clock.instant();
  }

  void heard(RunEvent event) {
    if (event instanceof RunEvent.Settled(var outcome, _, _)
        && outcome.result() instanceof Result.Updated) {
      journal.addFirst(new Written(outcome.member(), outcome.differences(), began));
    }
  }

  /// How often the field was written.
  int writes(MemberId member, FieldName field) {
    return (int)
        journal.stream()
            .filter(each -> each.member().equals(member))
            .flatMap(each -> each.fields().stream())
            .filter(each -> each.field().equals(field))
            .count();
  }

  @Override
  public LearnedFacts facts(Target target) {
    return new LearnedFacts(
        PastRuns.none(),
        this,
        LastWritten.none(),
        (members, since, listener) ->
            journal.stream()
                .filter(each -> members.contains(each.member()) && !each.when().isBefore(since))
                .forEach(each -> listener.wrote(each.member(), each.fields(), each.when())),
        LastNotices.none());
  }

  @Override
  public Map<FieldName, Refusal> of(MemberId member) {
    var known = new HashMap<FieldName, Refusal>();
    kept.forEach((place, each) -> {
      if (place.member().equals(member)
          && each.since().isAfter(clock.instant().minus(Duration.ofDays(7)))) {
        known.put(place.field(), each.refusal());
      }
    });
    return known;
  }

  @Override
  public Optional<Instant> remembered(MemberId member, FieldName field) {
    return Optional.ofNullable(kept.get(new Place(member, field))).map(Kept::since);
  }

  @Override
  public void remember(List<Refusal> refusals) {
    refusals.forEach(
        each -> kept.put(new Place(each.member(), each.field()), new Kept(each, clock.instant())));
  }

  @Override
  public Lease lease() {
    return Lease.none();
  }

  @Override
  public Revivals revivals(Target target) {
    return Revivals.none();
  }
}
