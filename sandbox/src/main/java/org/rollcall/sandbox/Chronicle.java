package org.rollcall.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The versions of one contact, oldest first. It keeps only versions that a lagging search may
/// still need.
///
/// @param versions never empty
record Chronicle(List<Version> versions) {
  /// @param since when this version was written
  record Version(StoredContact contact, Instant since) {
    boolean seenAt(Instant now, Duration lag) {
      return since.equals(Instant.MIN) || !since.plus(lag).isAfter(now);
    }
  }

  static Chronicle of(StoredContact contact, Instant now) {
    return new Chronicle(List.of(new Version(contact, now)));
  }

  StoredContact current() {
    return versions.getLast().contact();
  }

  /// This chronicle plus a new version, minus the versions that no search can need any more.
  Chronicle then(StoredContact contact, Instant now, Duration lag) {
    var needed = versions.stream().skip(firstNeeded(now, lag));
    return new Chronicle(Stream.concat(needed, Stream.of(new Version(contact, now))).toList());
  }

  /// The version that a search at `now` sees; empty if it does not see the contact yet.
  Optional<StoredContact> seenAt(Instant now, Duration lag) {
    return versions.reversed().stream()
        .filter(version -> version.seenAt(now, lag))
        .findFirst()
        .map(Version::contact);
  }

  private long firstNeeded(Instant now, Duration lag) {
    var first = 0;
    while (first + 1 < versions.size() && versions.get(first + 1).seenAt(now, lag)) {
      first++;
    }
    return first;
  }
}
