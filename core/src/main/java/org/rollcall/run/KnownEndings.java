package org.rollcall.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;

/// Members with whom earlier runs came to an end that nobody can change but a person, or a change
/// of either side. Losing it costs calls, never correctness.
///
/// For use by one thread at a time.
public interface KnownEndings {
  /// So long an ending is believed. What stands in the way may be hidden from every list, so that
  /// nothing shows when it goes.
  Duration WHILE = Duration.ofDays(7);

  /// The member's last ending, if it is younger than [#WHILE]; empty for almost everybody.
  Optional<Ending> of(MemberId member);

  /// Whether there are none.
  boolean isEmpty();

  /// Remembers endings. The last one counts for each member.
  void remember(List<Ending> endings);

  /// The same, as if nothing had been remembered before.
  default KnownEndings forgetful() {
    var kept = this;
    return new KnownEndings() {
      @Override
      public Optional<Ending> of(MemberId member) {
        return Optional.empty();
      }

      @Override
      public boolean isEmpty() {
        return true;
      }

      @Override
      public void remember(List<Ending> endings) {
        kept.remember(endings);
      }
    };
  }

  /// How it ended with one member.
  ///
  /// @param sides the digest of everything that was seen to matter
  /// @param reason as the report says it
  /// @param contact the contact it ended on
  /// @param since when
  record Ending(
      MemberId member,
      FieldDigest sides,
      Kind kind,
      String reason,
      Optional<ContactId> contact,
      Instant since) {}

  /// The endings that are remembered.
  enum Kind {
    /// The contact in the way is somebody else's.
    CLASH,
    /// Only a person can go on.
    PERSON
  }

  /// Remembers nothing.
  static KnownEndings none() {
    return new KnownEndings() {
      @Override
      public Optional<Ending> of(MemberId member) {
        return Optional.empty();
      }

      @Override
      public boolean isEmpty() {
        return true;
      }

      @Override
      public void remember(List<Ending> endings) {}
    };
  }
}
