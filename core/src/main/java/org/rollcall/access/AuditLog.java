package org.rollcall.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was done with a service, for ever: entries are added and read, and never changed or
/// removed. For many threads. A log that fails ends what asks it.
public interface AuditLog {
  /// How many entries are read at once.
  int PAGE = 1_000;

  /// An entry in its place.
  ///
  /// @param number grows from one entry to the next; some may be missing
  record Numbered(long number, AuditEntry entry) {}

  /// Adds an entry; it is kept when this returns.
  void add(AuditEntry entry);

  /// Some entries, in their order.
  ///
  /// @param after only those that come after the one of this number; 0 for all
  /// @param since only those from then on; empty for all
  /// @param most how many at most, at least 1
  List<Numbered> page(long after, Optional<Instant> since, int most);

  /// The latest entries, the latest first.
  ///
  /// @param most how many at most, at least 1
  List<AuditEntry> latest(int most);

  /// All entries in their order, read page by page, so that they need not fit in memory.
  ///
  /// @param since only those from then on; empty for all
  default Stream<AuditEntry> entries(Optional<Instant> since) {
    return Stream.iterate(
            page(0, since, PAGE),
            page -> !page.isEmpty(),
            page -> page(page.getLast().number(), since, PAGE))
        .flatMap(List::stream)
        .map(Numbered::entry);
  }
}
