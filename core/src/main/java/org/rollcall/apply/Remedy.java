package org.rollcall.apply;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A step taken to get past an answer that was neither yes nor a plain no. Each may be spent once a
/// member.
public enum Remedy {
  /// Read the contact that stood in the way before touching it.
  INSPECT,
  /// Looked for the contact by external id.
  FIND_BY_EXTERNAL_ID,
  /// Looked for the contact by e-mail.
  FIND_BY_EMAIL,
  /// Brought an archived contact back.
  UNARCHIVE,
  /// Lifted a block, then brought the contact back.
  UNBLOCK,
  /// Archived or blocked again a contact that turned out to be somebody else's.
  REARCHIVE,
  /// Archived an older contact of the same member first, since Intercom would not have both.
  ARCHIVE_DUPLICATE,
  /// Took the member's number from a contact that goes to somebody else in the same run.
  PUT_ASIDE,
  /// Followed a merge to the contact that survived it.
  FOLLOW_MERGE,
  /// Sent again without a field that Intercom would not take.
  WITHOUT_FIELD,
  /// Looked whether a write whose answer was lost had landed.
  CHECK_LANDED,
  /// Read the contact once more, since the answer to a write did not show what was sent.
  CONFIRM,
  /// Wrote what somebody else had changed after the contact was listed.
  WRITE_REST,
  /// Gave back what had been written over in a contact that was somebody else's by then.
  HAND_BACK,
  /// Made the contact anew, since the old one is gone for good.
  CREATE_ANEW;

  /// What `word` means in a store; empty where only a later version of Rollcall knows it.
  public static Optional<Remedy> meaning(String word) {
    return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /// As a store and a program read it: `find_by_email`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
