package org.rollcall.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.rollcall.model.Ignored;
import org.rollcall.model.MemberId;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.run.Failure;
import org.rollcall.run.KnownFailures;
import org.rollcall.run.KnownIgnores;
import org.rollcall.run.RunStopped;

/// The members of one sync whose failing is expected for a while.
///
/// @param target as the last run found it, so that nobody is called
/// @param known where they are kept
/// @param failures who failed when they were tried last
/// @param who asks, in words
public record Ignores(
    SyncName sync,
    Target target,
    KnownIgnores known,
    KnownFailures failures,
    String who,
    InstantSource clock) {
  /// The same for somebody else who asks.
  public Ignores askedBy(String other) {
    return new Ignores(sync, target, known, failures, other, clock);
  }

  /// Expects a member to fail, from now on.
  ///
  /// @param why in the words of whoever asks
  /// @throws RunStopped when `until` is over
  public Ignored add(MemberId member, Instant until, String why) {
    var ignored = new Ignored(member, clock.instant(), until, who, why);
    if (!ignored.isOn(clock.instant())) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS, "%s is over already. Nobody was ignored.".formatted(until));
    }
    known.put(ignored);
    return ignored;
  }

  /// Why the member failed when they were tried last; empty where they did not.
  public Optional<String> cause(MemberId member) {
    return Optional.ofNullable(failures.last().get(member))
        .map(KnownFailures.Known::failure)
        .map(Failure::cause);
  }
}
