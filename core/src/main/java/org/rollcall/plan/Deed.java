package org.rollcall.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.rollcall.model.ContactId;
import org.rollcall.model.Wanted;

/// One thing to do to one known contact. No contact is searched for, and an unexpected answer of
/// Intercom starts no recovery.
public sealed interface Deed {
  /// The contact to change.
  ContactId contact();

  /// Writes only the given fields.
  ///
  /// @param wanted the member, and the values of those fields
  /// @param differences the fields that do not have these values yet
  record Write(ContactId contact, Wanted wanted, List<Difference> differences) implements Deed {
    public Write {
      differences = List.copyOf(differences);
    }

    /// The same for some of the fields.
    public Write only(Predicate<Difference> some) {
      return new Write(contact, wanted, differences.stream().filter(some).toList());
    }
  }

  /// Archives the contact; this can be undone.
  ///
  /// @param number the external id that it carries, whosever it is; empty where it is the member's,
  ///   or none
  record Archive(ContactId contact, Optional<String> number) implements Deed {
    /// Of a contact that carries the member's number, or none.
    public Archive(ContactId contact) {
      this(contact, Optional.empty());
    }
  }

  /// Restores the contact from the archive.
  record Unarchive(ContactId contact) implements Deed {}

  /// Blocks the contact, as it was before it was unblocked.
  record Block(ContactId contact) implements Deed {}

  /// Lifts the contact's block; it is archived then.
  record Unblock(ContactId contact) implements Deed {}
}
