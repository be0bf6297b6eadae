package org.rollcall.run;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.model.MemberId;

/// Which members have a contact, and how earlier runs left it. A run that calls Intercom never
/// relies on it; one that must not call Intercom has nothing else.
public interface LastWritten {
  /// The contacts by their members; empty where no run has left any.
  Map<MemberId, Fingerprint> contacts();

  /// Remembers how a run left some members' contacts.
  void remember(Stream<Entry> entries);

  /// @param left how the member's contact was left; empty where there is none any more
  record Entry(MemberId member, Optional<Fingerprint> left) {}

  /// Where nothing is kept.
  static LastWritten none() {
    return of(Map.of());
  }

  /// What was read before, where nothing more is kept.
  static LastWritten of(Map<MemberId, Fingerprint> known) {
    return new LastWritten() {
      @Override
      public Map<MemberId, Fingerprint> contacts() {
        return known;
      }

      @Override
      public void remember(Stream<Entry> entries) {}
    };
  }
}
