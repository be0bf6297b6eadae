package org.rollcall.apply;

import java.time.Duration;
import java.time.Instant;
import org.rollcall.model.Contact;

/// When a run began.
///
/// @param at by this machine's clock
public record Beginning(Instant at) {
  /// How far this machine's clock and Intercom's may be apart.
  private static final Duration CLOCKS = Duration.ofMinutes(5);

  /// How far a clock may be wrong without anybody noticing: a time zone.
  private static final Duration WRONG = Duration.ofDays(1);

  /// Whether `contact` was made long before the run, whatever the clocks. One of which Intercom
  /// does not say when it was made was not.
  public boolean isLongAfter(Contact contact) {
    return contact.createdAt() != 0 && contact.createdAt() < at.minus(WRONG).getEpochSecond();
  }

  /// Whether `contact` was made while the run went on, as far as two clocks can tell.
  public boolean precedes(Contact contact) {
    return contact.createdAt() >= at.minus(CLOCKS).getEpochSecond();
  }
}
