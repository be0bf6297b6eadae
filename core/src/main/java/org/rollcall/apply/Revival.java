package org.rollcall.apply;

import java.util.Optional;
import org.rollcall.model.ContactId;

/// A contact that was brought back on the way, and may have to be put back as it was.
///
/// @param planned the contact that the plan brings back; empty for none
/// @param revived a contact that was brought back and not yet recognised as the member's
/// @param verdict how it ends once a contact that was brought back by mistake is archived again
record Revival(
    Optional<ContactId> planned, Optional<ContactId> revived, Optional<Result.NotDone> verdict) {
  static final Revival NONE = new Revival(Optional.empty(), Optional.empty(), Optional.empty());

  static Revival planned(ContactId contact) {
    return new Revival(Optional.of(contact), Optional.empty(), Optional.empty());
  }

  Revival reviving(ContactId contact) {
    return new Revival(planned, Optional.of(contact), verdict);
  }

  Revival endingAs(Result.NotDone ending) {
    return new Revival(planned, revived, Optional.of(ending));
  }

  Revival undecided() {
    return new Revival(planned, revived, Optional.empty());
  }
}
