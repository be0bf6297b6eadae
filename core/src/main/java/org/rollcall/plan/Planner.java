package org.rollcall.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Role;
import org.rollcall.model.Wanted;

/// Compares the members as they should be with the workspace as it is.
///
/// A planner makes one plan only.
public final class Planner {
  private final ContactIndex workspace;
  private final Roll roll;
  private final Candidates candidates;
  private final NotKept notKept;
  private final HiddenIndex hidden;

  /// The places of contacts that already belong to a member.
  private final BitSet taken = new BitSet();

  private final List<Notice> notices = new ArrayList<>();

  /// The addresses that several members share, by their key.
  private final Map<String, SharedAddress> shared = new LinkedHashMap<>();

  /// The number of members' contacts that hold a value, by field.
  private final Map<FieldName, Integer> holders = new TreeMap<>();

  /// The number of members with a difference that is not written again, by field.
  private final Map<FieldName, Integer> heldBack = new TreeMap<>();

  /// The number of members whose every difference was sent before, and was not kept.
  private int sentAgain;

  public Planner(ContactIndex workspace, Roll roll, Policy policy) {
    this(workspace, roll, policy, NotKept.NOTHING);
  }

  /// @param notKept the values that are not written again
  public Planner(ContactIndex workspace, Roll roll, Policy policy, NotKept notKept) {
    this(workspace, roll, policy, notKept, HiddenIndex.NONE);
  }

  /// @param notKept the values that are not written again
  /// @param hidden the contacts that can be brought back
  public Planner(
      ContactIndex workspace, Roll roll, Policy policy, NotKept notKept, HiddenIndex hidden) {
    this.workspace = workspace;
    this.roll = roll;
    this.candidates = new Candidates(roll, policy);
    this.notKept = notKept;
    this.hidden = hidden;
  }

  /// The plan for these members in their order, followed by the skipped ones.
  ///
  /// A member keeps the contact with their own number. Only then are contacts without such a number
  /// assigned by e-mail, to the first member in roster order. So no two members get the same
  /// contact.
  public Plan plan(List<Wanted> wanted, List<Change.Skip> skips) {
    return plan(wanted, skips, List.of());
  }

  /// The same plan, followed by `departures`, the changes for those who have left.
  public Plan plan(List<Wanted> wanted, List<Change.Skip> skips, List<Change> departures) {
    return plan(wanted, skips, departures, Optional.empty());
  }

  /// The same plan, followed by the changes for orphans, who are noticed in any case.
  ///
  /// @param orphans what happens to them; empty where they cannot be told from others, as in a plan
  ///   of some members
  public Plan plan(
      List<Wanted> wanted,
      List<Change.Skip> skips,
      List<Change> departures,
      Optional<Leavers> orphans) {
    wanted.forEach(each -> own(each).ifPresent(taken::set));
    var changes = new Changes(wanted, workspace);
    wanted.forEach(each -> change(each, changes));
    skips.forEach(changes::addNotable);
    departures.forEach(changes::addNotable);
    orphans.ifPresent(treatment -> orphans(treatment, wanted, skips, changes));
    noticeSharedEmails(wanted);
    shared.values().forEach(address -> address.left().ifPresent(notices::add));
    heldBack.forEach((field, members) -> notices.add(new Notice.HeldBack(field, members)));
    if (sentAgain > 0) {
      notices.add(new Notice.SentAgain(sentAgain));
    }
    return new Plan(changes, notices, new Whole(wanted.size() + skips.size(), holders));
  }

  private void orphans(
      Leavers treatment, List<Wanted> wanted, List<Change.Skip> skips, Changes changes) {
    var search = new Orphans(workspace, roll, treatment);
    var found = search.among(wanted, skips, place -> !taken.get(place));
    if (!found.isEmpty()) {
      search.changes(found).forEach(changes::addNotable);
      notices.add(new Notice.Orphaned(found, treatment));
    }
  }

  private void change(Wanted wanted, Changes changes) {
    wanted.warnings().forEach(text -> notices.add(new Notice.Mapping(wanted.member(), text)));
    var clash = roll.moved().clash(wanted.member());
    if (clash.isPresent()) {
      clash(wanted, clash.get(), changes);
      return;
    }
    if (roll.isShared(wanted.emailKey())) {
      changeSharing(wanted, changes);
      return;
    }
    var places = new HashMap<ContactId, Integer>();
    var free = free(wanted, places);
    var contacts = new ArrayList<>(candidates.among(free, wanted));
    own(wanted).ifPresent(place -> contacts.addFirst(at(place, places)));
    if (contacts.isEmpty()) {
      noticeUnknown(free, List.of(), wanted);
      addMissing(wanted, changes);
      return;
    }
    var kept = contacts.removeFirst();
    int place = place(kept, places);
    var surplus = candidates.surplus(kept, contacts, wanted);
    taken.set(place);
    surplus.forEach(contact -> taken.set(place(contact, places)));
    var used = new ArrayList<>(surplus);
    used.add(kept);
    noticeUnknown(free, used, wanted);
    noticeLeft(kept, contacts, surplus, wanted);
    keep(kept, place, toPutAway(surplus, kept, wanted), wanted, changes);
  }

  /// A lead that Intercom will not merge stays where it is. It is the member's all the same.
  private List<Contact> toPutAway(List<Contact> surplus, Contact kept, Wanted wanted) {
    return surplus.stream()
        .filter(contact ->
            contact.role() == Role.USER
                || !notKept.isUnmerged(wanted.member(), contact.id(), kept.id()))
        .toList();
  }

  private void clash(Wanted wanted, MovedNumbers.Clash clash, Changes changes) {
    var contact = workspace.at(clash.place());
    taken.set(clash.place());
    Whole.count(contact, holders);
    changes.addNotable(new Change.Clash(wanted, contact, clash.reason()));
  }

  /// A member whose address others share takes their own contact or the best that is left. Nothing
  /// is surplus then, because it might be the others'.
  private void changeSharing(Wanted wanted, Changes changes) {
    var address =
        shared.computeIfAbsent(
            wanted.emailKey(),
            key ->
                new SharedAddress(
                    wanted,
                    workspace,
                    workspace.placesWithEmail(key, place -> !taken.get(place)),
                    candidates));
    var own = own(wanted);
    if (own.isPresent()) {
      keep(workspace.at(own.getAsInt()), own.getAsInt(), List.of(), wanted, changes);
      return;
    }
    address
        .next()
        .ifPresentOrElse(
            given -> {
              var kept = workspace.at(given.place());
              taken.set(given.place());
              if (given.unknown()) {
                notices.add(new Notice.UnknownExternalId(wanted.member(), kept, true));
              }
              keep(kept, given.place(), List.of(), wanted, changes);
            },
            () -> addMissing(wanted, changes));
  }

  /// No contact that can be seen may become the member's. One that carries their number and is
  /// archived or blocked is brought back, unless a contact gives up that number in this run:
  /// Intercom has it taken until then.
  private void addMissing(Wanted wanted, Changes changes) {
    hidden
        .of(wanted.member())
        .filter(_ -> !roll.moved().concerns(wanted.member()))
        .ifPresentOrElse(
            contact -> changes.addNotable(new Change.Revive(wanted, contact)), changes::addCreate);
  }

  private void keep(
      Contact kept, int place, List<Contact> surplus, Wanted wanted, Changes changes) {
    Whole.count(kept, holders);
    var differences = toWrite(wanted, kept);
    if (!differences.isEmpty()) {
      sentAgain += areAll(differences, NotKept.Verdict.DOUBTED, wanted) ? 1 : 0;
      changes.addUpdate(place, match(kept, wanted), differences, surplus);
    } else if (surplus.isEmpty()) {
      changes.addUnchanged(place);
    } else {
      changes.addNotable(new Change.Unchanged(wanted, kept, surplus));
    }
  }

  private List<Difference> toWrite(Wanted wanted, Contact kept) {
    var differences = new ArrayList<>(Diff.between(wanted, kept.profile()));
    for (var each : List.copyOf(differences)) {
      switch (notKept.of(wanted.member(), each)) {
        case KNOWN -> {
          differences.remove(each);
          heldBack.merge(each.field(), 1, Integer::sum);
        }
        case FOUGHT -> differences.remove(each);
        case OPEN, DOUBTED -> {}
      }
    }
    return differences;
  }

  private boolean areAll(List<Difference> differences, NotKept.Verdict verdict, Wanted wanted) {
    return differences.stream().allMatch(each -> notKept.of(wanted.member(), each) == verdict);
  }

  /// The contacts with the member's address that do not belong to a member yet.
  private List<Contact> free(Wanted wanted, Map<ContactId, Integer> places) {
    var free = workspace.withEmail(wanted.emailKey(), place -> !taken.get(place));
    free.forEach(placed -> places.put(placed.contact().id(), placed.place()));
    return free.stream().map(Placed::contact).toList();
  }

  private static int place(Contact contact, Map<ContactId, Integer> places) {
    return Objects.requireNonNull(places.get(contact.id()));
  }

  private Contact at(int place, Map<ContactId, Integer> places) {
    var contact = workspace.at(place);
    places.put(contact.id(), place);
    return contact;
  }

  private Match match(Contact kept, Wanted wanted) {
    return candidates.claim(kept, wanted) instanceof Claim.Rightful(var match)
        ? match
        : Match.EXTERNAL_ID;
  }

  /// The place of the contact that is the member's whoever else has its address: the one with their
  /// number, unless the number has moved.
  private OptionalInt own(Wanted wanted) {
    var moved = roll.moved().placeFor(wanted.member());
    return moved.isPresent() || roll.moved().isVacated(wanted.member())
        ? moved
        : workspace.placeOf(wanted.member());
  }

  /// Reports users whose external id nobody has, whether they are used for the member or left.
  private void noticeUnknown(List<Contact> free, List<Contact> used, Wanted wanted) {
    var ids = used.stream().map(Contact::id).collect(Collectors.toSet());
    for (var contact : free) {
      if (isUnknown(contact, wanted)) {
        var adopted = ids.contains(contact.id());
        notices.add(new Notice.UnknownExternalId(wanted.member(), contact, adopted));
      }
    }
  }

  private boolean isUnknown(Contact contact, Wanted wanted) {
    return contact.role() == Role.USER
        && roll.ownerOf(contact.externalId().orElse(""), wanted.member()) == Roll.Owner.UNKNOWN;
  }

  /// Reports users that stay beside the kept contact; leads beside a user are ordinary, and users
  /// with an unknown external id are reported already.
  private void noticeLeft(
      Contact kept, List<Contact> others, List<Contact> surplus, Wanted wanted) {
    var left = new ArrayList<>(others);
    var gone = surplus.stream().map(Contact::id).collect(Collectors.toSet());
    left.removeIf(contact ->
        gone.contains(contact.id()) || contact.role() == Role.LEAD || isUnknown(contact, wanted));
    if (!left.isEmpty()) {
      notices.add(new Notice.DuplicatesLeft(wanted.member(), kept, left));
    }
  }

  private void noticeSharedEmails(List<Wanted> wanted) {
    Map<String, List<MemberId>> sharers = new LinkedHashMap<>();
    for (var each : wanted) {
      if (roll.isShared(each.emailKey())) {
        sharers.computeIfAbsent(each.emailKey(), _ -> new ArrayList<>()).add(each.member());
      }
    }
    sharers.forEach((email, members) -> notices.add(new Notice.SharedEmail(email, members)));
  }
}
