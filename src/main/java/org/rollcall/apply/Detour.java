package org.rollcall.apply;

import java.util.Optional;
import org.rollcall.model.ContactId;

/// A contact that was brought back on the way, and may have to be put back as it was.
///
/// @param revived a contact that was brought back and not yet recognised as the member's
/// @param verdict how it ends once a contact that was brought back by mistake is archived again
record Detour(Optional<ContactId> revived, Optional<Result.NotDone> verdict) {
  static final Detour NONE = new Detour(Optional.empty(), Optional.empty());

  Detour reviving(ContactId contact) {
    return new Detour(Optional.of(contact), verdict);
  }

  Detour endingAs(Result.NotDone ending) {
    return new Detour(revived, Optional.of(ending));
  }

  Detour undecided() {
    return new Detour(revived, Optional.empty());
  }
}
