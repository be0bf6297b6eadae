package org.rollcall.plan;

import java.util.List;
import org.rollcall.model.ContactId;
import org.rollcall.model.Wanted;

/// One thing to do to one contact that is known for certain: nothing is matched, and nothing is
/// recovered where Intercom answers otherwise.
public sealed interface Deed {
  /// To which contact.
  ContactId contact();

  /// Write some fields and no others.
  ///
  /// @param wanted the person and what those fields shall be
  /// @param differences those of them that are not so yet
  record Write(ContactId contact, Wanted wanted, List<Difference> differences) implements Deed {
    public Write {
      differences = List.copyOf(differences);
    }
  }

  /// Archive it, which can be taken back.
  record Archive(ContactId contact) implements Deed {}

  /// Bring it back from the archive.
  record Unarchive(ContactId contact) implements Deed {}
}
