package org.rollcall.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;

/// What carrying out a change will do, as far as the plan tells.
public final class PlannedDeeds {
  private PlannedDeeds() {}

  /// The deeds in their order; none for a change that asks nothing. What is written to a contact
  /// that is brought back is not known before it is.
  public static List<PastDeed> of(Change change) {
    return switch (change) {
      case Change.Create create ->
          List.of(new PastDeed.Create(Optional.empty(), create.differences()));
      case Change.Update update -> {
        var id = update.contact().id();
        var write = new PastDeed.Write(id, update.differences());
        yield Stream.concat(Stream.of(write), away(update.surplus(), id)).toList();
      }
      case Change.Unchanged same -> away(same.surplus(), same.contact().id()).toList();
      case Change.Depart depart -> List.of(of(depart.deed()));
      case Change.Restore restore -> restore.deeds().stream().map(PlannedDeeds::of).toList();
      case Change.Revive revive -> List.of(new PastDeed.Unarchive(revive.contact().id()));
      case Change.Skip _, Change.Clash _ -> List.of();
    };
  }

  /// Whether `past` is what doing `deed` leaves on record.
  public static boolean isSame(Deed deed, PastDeed past) {
    return past instanceof PastDeed.Unarchive(var id, _)
        ? deed.equals(new Deed.Unarchive(id))
        : of(deed).equals(past);
  }

  private static Stream<PastDeed> away(List<Contact> surplus, ContactId kept) {
    return surplus.stream().map(contact -> away(contact, kept));
  }

  private static PastDeed away(Contact contact, ContactId kept) {
    return switch (contact.role()) {
      case USER -> new PastDeed.Archive(contact.id());
      case LEAD -> new PastDeed.Merge(contact.id(), kept);
    };
  }

  private static PastDeed of(Deed deed) {
    return switch (deed) {
      case Deed.Write(var contact, _, var differences) -> new PastDeed.Write(contact, differences);
      case Deed.Archive(var contact, _) -> new PastDeed.Archive(contact);
      case Deed.Unarchive(var contact) -> new PastDeed.Unarchive(contact);
      case Deed.Block(var contact) -> new PastDeed.Block(contact);
      case Deed.Unblock(var contact) -> new PastDeed.Unblock(contact);
    };
  }
}
