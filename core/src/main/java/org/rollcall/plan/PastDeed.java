package org.rollcall.plan;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.ContactId;

/// One thing that a run did to one contact, with what it needs to be taken back. Whatever a run can
/// do is one of these, so nothing can be added that [Undo] does not know.
public sealed interface PastDeed {
  /// The contact; empty for a contact that is not made yet.
  default Optional<ContactId> contact() {
    return switch (this) {
      case Create create -> create.contact();
      case Write(var id, _) -> Optional.of(id);
      case Archive(var id) -> Optional.of(id);
      case Unarchive(var id, _) -> Optional.of(id);
      case Block(var id) -> Optional.of(id);
      case Unblock(var id) -> Optional.of(id);
      case Merge(var lead, _) -> Optional.of(lead);
    };
  }

  /// Made a contact.
  ///
  /// @param fields what was put into it
  record Create(Optional<ContactId> contact, List<Difference> fields) implements PastDeed {
    public Create {
      fields = List.copyOf(fields);
    }
  }

  /// Changed fields.
  ///
  /// @param fields what they held before, and what was written
  record Write(ContactId id, List<Difference> fields) implements PastDeed {
    public Write {
      fields = List.copyOf(fields);
    }
  }

  /// Archived a contact.
  record Archive(ContactId id) implements PastDeed {}

  /// Brought a contact back from the archive.
  ///
  /// @param number the external id that it carried; empty where none is known
  record Unarchive(ContactId id, Optional<String> number) implements PastDeed {
    /// Of a contact whose external id is not known.
    public Unarchive(ContactId id) {
      this(id, Optional.empty());
    }
  }

  /// Blocked a contact.
  record Block(ContactId id) implements PastDeed {}

  /// Lifted a block.
  record Unblock(ContactId id) implements PastDeed {}

  /// Merged a lead into a user.
  record Merge(ContactId lead, ContactId user) implements PastDeed {}
}
