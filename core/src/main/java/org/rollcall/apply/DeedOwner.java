package org.rollcall.apply;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Deed;

/// Whose contacts a change's deeds are about.
///
/// @param deeds all of the change: what they do to external ids is their own
record DeedOwner(MemberId member, List<Deed> deeds) {
  /// Whether the contact that a deed has met carries somebody else's number. Contacts that are
  /// brought back may carry anything: they were put away as they were.
  boolean isSomebodyElses(Deed deed, Contact contact) {
    return switch (deed) {
      case Deed.Block(var id) when deeds.contains(new Deed.Unarchive(id)) -> false;
      case Deed.Write _, Deed.Archive _, Deed.Block _ ->
          contact.externalId().filter(number -> !isTheirs(number)).isPresent();
      case Deed.Unarchive _, Deed.Unblock _ -> false;
    };
  }

  private boolean isTheirs(String number) {
    return member.isSeenIn(number)
        || deeds.stream().flatMap(DeedOwner::numbers).anyMatch(number::equals);
  }

  private static Stream<String> numbers(Deed deed) {
    return switch (deed) {
      case Deed.Write(_, _, var differences) ->
          differences.stream()
              .filter(each -> each.field().equals(FieldName.EXTERNAL_ID))
              .flatMap(each -> Stream.of(each.before(), each.after()));
      case Deed.Archive(_, var number) -> number.stream();
      case Deed.Unarchive _, Deed.Block _, Deed.Unblock _ -> Stream.empty();
    };
  }
}
