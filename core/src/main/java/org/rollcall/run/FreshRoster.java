package org.rollcall.run;

import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.rollcall.model.Freshness;
import org.rollcall.model.Member;
import org.rollcall.plan.Notice;

/// A roster whose age is checked before it is read. If a broken upstream job left old rows, the
/// operator is warned or nothing is read.
public final class FreshRoster implements Roster {
  private final Roster roster;
  private final Upstream upstream;
  private final Freshness wanted;
  private final InstantSource clock;

  public FreshRoster(Roster roster, Upstream upstream, Freshness wanted, InstantSource clock) {
    this.roster = roster;
    this.upstream = upstream;
    this.wanted = wanted;
    this.clock = clock;
  }

  /// @throws RunStopped as refused, too, where the settings require a newer row than there is
  @Override
  public int read(OptionalInt limit, Consumer<Member> each, Consumer<RunEvent> events)
      throws InterruptedException {
    var newest = upstream.newest(wanted.newest());
    Staleness.of(wanted, newest, clock.instant()).ifPresent(sentence -> meet(sentence, events));
    return roster.read(limit, each, events) + 1;
  }

  @Override
  public Census everybody(Consumer<RunEvent> events) throws InterruptedException {
    return roster.everybody(events);
  }

  private void meet(String sentence, Consumer<RunEvent> events) {
    if (wanted.required()) {
      throw new RunStopped(
          RunStopped.Kind.REFUSED,
          sentence
              + " Nothing was written. Look at the job that fills the roster; to run all the same, set freshness.required to false.");
    }
    events.accept(new RunEvent.Noticed(new Notice.StaleSource(sentence)));
  }
}
