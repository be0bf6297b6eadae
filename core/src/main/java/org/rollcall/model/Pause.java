package org.rollcall.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A sync that somebody has paused: no run of it begins meanwhile.
///
/// @param since when it was paused
/// @param until when the pause ends by itself; empty where somebody has to end it
/// @param who paused it, such as `ops of cron-1`
/// @param why in that person's words; `""` where none were given
public record Pause(Instant since, Optional<Instant> until, String who, String why) {
  public Pause {
    why = PrintableText.of(why.strip());
    who = PrintableText.of(who);
  }

  /// Whether the pause is in force. At its end it is no more.
  public boolean isOn(Instant now) {
    return until.map(now::isBefore).orElse(true);
  }

  /// `since 2026-11-27T21:00:00Z, until 2026-12-01T00:00:00Z, by ops of cron-1: the roster is
  /// wrong`.
  public String inWords() {
    return "since %s, %s, by %s%s"
        .formatted(
            seconds(since),
            until.map(end -> "until " + seconds(end)).orElse("until somebody resumes it"),
            who,
            why.isEmpty() ? "" : ": " + why.replaceFirst("\\.$", ""));
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
