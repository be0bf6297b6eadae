package org.rollcall.app;

import java.util.Comparator;
import java.util.List;
import org.rollcall.model.Contact;
import org.rollcall.model.Leavers;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;

/// The contacts of people who were deleted from the members' table.
///
/// @param treatment what the settings say that happens to them
/// @param contacts all of them, in the order of their external ids
public record OrphanList(SyncName sync, Target target, Leavers treatment, List<Contact> contacts) {
  public OrphanList {
    contacts =
        contacts.stream()
            .sorted(Comparator.comparing(contact -> contact.externalId().orElse("")))
            .toList();
  }
}
