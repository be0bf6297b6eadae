package org.rollcall.plan;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.ContactId;

/// Whether a contact can be seen, and if not, why not.
enum Standing {
  ACTIVE,
  ARCHIVED,
  BLOCKED;

  /// How deeds moved one contact, the steps in between left out.
  ///
  /// @param before how it stood before the first of them
  /// @param after how it stood after the last
  record Move(PastDeed first, Standing before, PastDeed last, Standing after) {}

  /// How these deeds moved the contact; empty where none of them did.
  static Optional<Move> move(List<PastDeed> deeds, ContactId contact) {
    var moving =
        deeds.stream()
            .filter(deed -> before(deed).isPresent())
            .filter(deed -> deed.contact().filter(contact::equals).isPresent())
            .toList();
    return moving.isEmpty()
        ? Optional.empty()
        : before(moving.getFirst())
            .flatMap(before ->
                after(moving.getLast())
                    .map(after -> new Move(moving.getFirst(), before, moving.getLast(), after)));
  }

  private static Optional<Standing> before(PastDeed deed) {
    return switch (deed) {
      case PastDeed.Archive _, PastDeed.Block _ -> Optional.of(ACTIVE);
      case PastDeed.Unarchive _ -> Optional.of(ARCHIVED);
      case PastDeed.Unblock _ -> Optional.of(BLOCKED);
      case PastDeed.Create _, PastDeed.Write _, PastDeed.Merge _ -> Optional.empty();
    };
  }

  private static Optional<Standing> after(PastDeed deed) {
    return switch (deed) {
      case PastDeed.Unarchive _ -> Optional.of(ACTIVE);
      case PastDeed.Archive _, PastDeed.Unblock _ -> Optional.of(ARCHIVED);
      case PastDeed.Block _ -> Optional.of(BLOCKED);
      case PastDeed.Create _, PastDeed.Write _, PastDeed.Merge _ -> Optional.empty();
    };
  }
}
