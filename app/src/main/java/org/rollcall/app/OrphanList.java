package org.rollcall.app;

import java.util.List;
import org.rollcall.model.ComputedList;
import org.rollcall.model.Contact;
import org.rollcall.model.Leavers;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;

/// The contacts of people who were deleted from the members' table.
///
/// @param treatment what the settings say that happens to them
/// @param contacts all of them, in the order of their external ids; each may be made again on each
///   access
public record OrphanList(SyncName sync, Target target, Leavers treatment, List<Contact> contacts) {
  public OrphanList {
    contacts = ComputedList.keep(contacts);
  }
}
