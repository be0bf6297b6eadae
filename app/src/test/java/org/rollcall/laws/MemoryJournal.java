package org.rollcall.laws;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.apply.Outcome;
import org.rollcall.model.MemberId;
import org.rollcall.plan.DeedRecord;
import org.rollcall.plan.PlannedDeeds;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.PlannedKind;
import org.rollcall.review.SettledAs;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;

/// A journal that lives no longer than a test, and holds at each moment what the store would.
final class MemoryJournal implements Consumer<RunEvent> {
  private static final Instant NIGHT = Instant.ofEpochSecond(1_700_000_000);

  private final Map<MemberId, PlannedKind> planned = new LinkedHashMap<>();
  private final Map<MemberId, List<DeedRecord>> deeds = new LinkedHashMap<>();
  private final Map<MemberId, Outcome> outcomes = new LinkedHashMap<>();

  @Override
  public void accept(RunEvent event) {
    switch (event) {
      case RunEvent.Intended(var changes) ->
          changes.forEach(change -> {
            planned.put(change.member(), PlannedKind.of(change));
            deeds.put(
                change.member(), PlannedDeeds.of(change).stream().map(DeedRecord::ahead).toList());
          });
      case RunEvent.Done(var member, var done, _) -> deeds.put(member, done);
      case RunEvent.Settled(var outcome, _, _) when Report.names(outcome) ->
          outcomes.put(outcome.member(), outcome);
      case RunEvent _ -> {}
    }
  }

  List<JournaledChange> changes() {
    return planned.keySet().stream().map(this::change).toList();
  }

  private JournaledChange change(MemberId member) {
    var outcome = Optional.ofNullable(outcomes.get(member));
    return new JournaledChange(
        "night",
        member,
        planned.getOrDefault(member, PlannedKind.SKIP),
        "",
        outcome.flatMap(Outcome::contact),
        Optional.of(NIGHT),
        outcome.map(_ -> NIGHT),
        outcome.map(each -> SettledAs.of(each.result())),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(deeds.getOrDefault(member, List.of())),
        "");
  }
}
