package org.rollcall.doctor;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Freshness;
import org.rollcall.model.Newest;
import org.rollcall.run.Staleness;
import org.rollcall.run.Upstream;

/// Checks whether the roster was filled recently, with the same rule as a run.
record FreshCheck(Freshness wanted, Upstream upstream, InstantSource clock) implements Check {
  @Override
  public String subject() {
    return switch (wanted.newest()) {
      case Newest.Column(var table, _) -> "Freshness of " + table;
      case Newest.Query _, Newest.Function _ -> "Freshness";
    };
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    var newest = upstream.newest(wanted.newest());
    return List.of(
        Staleness.of(wanted, newest, clock.instant())
            .map(this::stale)
            .orElseGet(() -> fresh(newest)));
  }

  private Finding fresh(Optional<Instant> newest) {
    var what =
        switch (wanted.newest()) {
          case Newest.Column _ -> "The newest row";
          case Newest.Query _, Newest.Function _ -> "The newest";
        };
    return new Finding.Good(
        subject(),
        "%s is from %s.".formatted(what, newest.map(Object::toString).orElse("nowhere")));
  }

  private Finding stale(String sentence) {
    var advice = "Look at the job that fills the roster.";
    return wanted.required()
        ? new Finding.Wrong(subject(), sentence, advice + " Until then every run is refused.")
        : new Finding.Warning(subject(), sentence, advice);
  }
}
