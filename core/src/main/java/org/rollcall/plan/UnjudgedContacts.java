package org.rollcall.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.model.Contact;
import org.rollcall.model.MemberId;
import org.rollcall.model.Role;
import org.rollcall.model.Wanted;

/// Contacts of which a reading of some members cannot tell whose they are: their number says one
/// person, their e-mail and name another, and one of both was not read.
final class UnjudgedContacts {
  private static final String LEFT =
      " Whose it is cannot be told, since only some members were read; a run without a limit can tell.";

  private final List<Wanted> wanted;
  private final ContactIndex workspace;
  private final Roll roll;

  UnjudgedContacts(List<Wanted> wanted, ContactIndex workspace, Roll roll) {
    this.wanted = wanted;
    this.workspace = workspace;
    this.roll = roll;
  }

  /// A contact with a member's number, and with the e-mail and name of nobody who was read.
  static MovedNumbers.Clash underTheirNumber(Placed placed) {
    return new MovedNumbers.Clash(
        placed.place(),
        "Contact %s carries the member's number, but neither their e-mail nor their name."
                .formatted(placed.contact().id())
            + LEFT);
  }

  /// Members without a contact under their own number, whose e-mail and name are on one with the
  /// number of somebody who was not read.
  Map<MemberId, MovedNumbers.Clash> underAnothersNumber() {
    var read = wanted.stream().map(Wanted::member).collect(Collectors.toSet());
    var clashes = new LinkedHashMap<MemberId, MovedNumbers.Clash>();
    for (var member : wanted) {
      if (workspace.placeOf(member.member()).isEmpty()) {
        theirs(member, read).ifPresent(clash -> clashes.put(member.member(), clash));
      }
    }
    return clashes;
  }

  private Optional<MovedNumbers.Clash> theirs(Wanted member, Set<MemberId> read) {
    return workspace.withEmail(member.emailKey(), _ -> true).stream()
        .filter(placed -> placed.contact().role() == Role.USER)
        .filter(placed -> MovedNumberSearch.isNamed(placed.contact(), member))
        .filter(placed -> isOfUnread(placed.contact(), member, read))
        .findFirst()
        .map(placed ->
            new MovedNumbers.Clash(
                placed.place(),
                "Contact %s has the member's e-mail and name, but the number of member %s."
                        .formatted(placed.contact().id(), placed.contact().externalId().orElse(""))
                    + LEFT));
  }

  private boolean isOfUnread(Contact contact, Wanted member, Set<MemberId> read) {
    var number = contact.externalId().orElse("");
    return roll.ownerOf(number, member.member()) == Roll.Owner.ANOTHER_MEMBER
        && !read.contains(new MemberId(number));
  }
}
