package org.rollcall.plan;

import java.util.List;
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
  }

  /// Archives the contact; this can be undone.
  record Archive(ContactId contact) implements Deed {}

  /// Restores the contact from the archive.
  record Unarchive(ContactId contact) implements Deed {}
}
