package org.rollcall.review;

import java.util.List;
import org.rollcall.plan.Change;

/// What a run planned for one member, as the journal has it.
public enum PlannedKind {
  /// To make a contact.
  CREATE,
  /// To change the contact's fields.
  UPDATE,
  /// To bring the contact back, which is archived or blocked.
  REVIVE,
  /// To put older contacts away, beside a contact that was right already.
  ARCHIVE,
  /// To show that the member has left.
  DEPART,
  /// To take back what an earlier run did.
  RESTORE,
  /// To ask nothing of Intercom.
  SKIP,
  /// Something that only a later version of Rollcall knows.
  UNKNOWN;

  /// What `change` is called.
  public static PlannedKind of(Change change) {
    return switch (change) {
      case Change.Create _ -> CREATE;
      case Change.Update _ -> UPDATE;
      case Change.Revive _ -> REVIVE;
      case Change.Unchanged _ -> ARCHIVE;
      case Change.Depart _ -> DEPART;
      case Change.Restore _ -> RESTORE;
      case Change.Skip _, Change.Clash _ -> SKIP;
    };
  }

  /// What `word` means in a store.
  public static PlannedKind meaning(String word) {
    return StoredWord.meaning(word, List.of(values()), UNKNOWN);
  }

  /// As a store and a program read it: `create`.
  public String word() {
    return StoredWord.of(this);
  }
}
