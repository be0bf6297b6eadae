package org.rollcall.support;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.MemberId;
import org.rollcall.run.KnownEndings;

/// Remembers endings as long as the program lives.
public final class RememberedEndings implements KnownEndings {
  private final Map<MemberId, Ending> endings = new HashMap<>();
  private final InstantSource clock;

  public RememberedEndings(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Optional<Ending> of(MemberId member) {
    return Optional.ofNullable(endings.get(member))
        .filter(ending -> ending.since().isAfter(clock.instant().minus(WHILE)));
  }

  @Override
  public boolean isEmpty() {
    return endings.isEmpty();
  }

  @Override
  public void remember(List<Ending> more) {
    more.forEach(ending -> endings.put(ending.member(), ending));
  }
}
