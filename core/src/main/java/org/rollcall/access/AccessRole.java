package org.rollcall.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What somebody may do with a service. Each role may do all that the ones before it may.
public enum AccessRole {
  /// Reads.
  VIEWER,
  /// Starts and stops runs, approves plans, pauses syncs, says whose failing is expected.
  OPERATOR,
  /// Sees to the service itself: its settings, and who has access.
  ADMIN;

  /// Whether this role may do what `other` may.
  public boolean includes(AccessRole other) {
    return compareTo(other) >= 0;
  }

  /// As people write it: `viewer`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role of this word; empty where there is none.
  public static Optional<AccessRole> of(String word) {
    return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
