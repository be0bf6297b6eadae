package org.rollcall.run;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.Policy;
import org.rollcall.model.Profile;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Candidates;
import org.rollcall.plan.ContactIndex;
import org.rollcall.plan.HiddenIndex;
import org.rollcall.plan.Roll;

/// What the roster and Intercom say about a member, as far as a plan sees it: what their contact
/// should be, whose address it is, and every contact that has their number or address.
///
/// @param hidden the contacts that can be brought back
public record Sides(ContactIndex contacts, Roll roll, Policy policy, HiddenIndex hidden) {
  /// The digest of both sides. It is another one as soon as either changes.
  FieldDigest of(Wanted wanted) {
    var text = new StringBuilder("sides\n");
    wanted.fields().forEach((field, wish) -> text.append(field).append(shown(wish)).append('\n'));
    text.append(roll.isShared(wanted.emailKey())).append(policy.duplicates());
    text.append(policy.leads()).append('\n');
    concerned(wanted)
        .values()
        .forEach(contact ->
            text.append(contact.id())
                .append(new Candidates(roll, policy).claim(contact, wanted))
                .append(shown(contact.profile()))
                .append('\n'));
    hidden
        .of(wanted.member())
        .ifPresent(contact -> text.append(contact.id()).append(contact.status()));
    return FieldDigest.of(wanted.member(), text.toString());
  }

  /// The contacts that can be in the member's way.
  Set<ContactId> inTheWay(Wanted wanted) {
    return concerned(wanted).keySet();
  }

  private SortedMap<ContactId, Contact> concerned(Wanted wanted) {
    var concerned = new TreeMap<ContactId, Contact>();
    contacts.withEmail(wanted.emailKey()).forEach(each -> concerned.put(each.id(), each));
    contacts.of(wanted.member()).ifPresent(each -> concerned.put(each.id(), each));
    return concerned;
  }

  private static String shown(Profile profile) {
    return profile.values().entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue().shown())
        .collect(Collectors.joining("\0"));
  }

  private static String shown(Wish wish) {
    return switch (wish) {
      case Wish.Put(var value) -> "=" + value.shown();
      case Wish.Clear() -> " is empty";
      case Wish.Leave() -> " is left";
    };
  }
}
