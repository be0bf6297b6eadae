package org.rollcall.plan;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;

/// Whose contacts an earlier run was about.
record PastOwner(Undo.Past past) {
  /// Whether the contact carries a number that is not the member's, was neither written nor
  /// replaced by the run, and was not on the contact when the run brought it back.
  boolean hasLost(Contact contact) {
    var number = contact.externalId().orElse("");
    return !number.isEmpty()
        && !past.member().isSeenIn(number)
        && past.deeds().stream()
            .flatMap(each -> fields(each.deed()).stream())
            .filter(each -> each.field().equals(FieldName.EXTERNAL_ID))
            .noneMatch(each -> each.before().equals(number) || each.after().equals(number))
        && past.deeds().stream()
            .map(DeedRecord::deed)
            .noneMatch(new PastDeed.Unarchive(contact.id(), Optional.of(number))::equals);
  }

  private static List<Difference> fields(PastDeed deed) {
    return switch (deed) {
      case PastDeed.Create(_, var fields) -> fields;
      case PastDeed.Write(_, var fields) -> fields;
      case PastDeed.Archive _,
          PastDeed.Unarchive _,
          PastDeed.Block _,
          PastDeed.Unblock _,
          PastDeed.Merge _ ->
          List.of();
    };
  }
}
