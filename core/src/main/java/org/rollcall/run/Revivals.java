package org.rollcall.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.ContactId;

/// The contacts that a run has brought back and not yet recognised. They are noted before the call,
/// so that the next run knows of them if this one is killed in between.
public interface Revivals {
  /// How a contact was before it was brought back.
  enum Was {
    ARCHIVED,
    BLOCKED
  }

  /// A contact that an earlier run left.
  ///
  /// @param noted when that run was about to bring it back; empty where that is not known
  record Left(ContactId contact, Was was, Optional<Instant> noted) {}

  /// Notes it before it is brought back. What is noted as blocked stays so.
  void note(ContactId contact, Was was);

  /// Forgets it: it is the member's, or put back.
  void forget(ContactId contact);

  /// The contacts that an earlier run left.
  List<Left> left();

  /// Where nothing is kept.
  static Revivals none() {
    return new Revivals() {
      @Override
      public void note(ContactId contact, Was was) {}

      @Override
      public void forget(ContactId contact) {}

      @Override
      public List<Left> left() {
        return List.of();
      }
    };
  }
}
