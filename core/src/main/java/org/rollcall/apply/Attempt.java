package org.rollcall.apply;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Change;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Difference;

/// How far one member's change has come: what is asked now and what was spent to get here.
///
/// An immutable value; each step makes the next one.
///
/// @param wanted the member and the contact they should have
/// @param listed the contact the plan found
/// @param request what is asked of Intercom now
/// @param aim the contact that is taken to be the member's now, as it was before this run wrote it;
///   empty while there is none
/// @param writing what is written to get there
record Attempt(
    Wanted wanted,
    ListedContact listed,
    Request.OfContact request,
    Optional<Contact> aim,
    Writing writing,
    Trail trail,
    Revival detour,
    Leftovers leftovers) {

  /// The first step of a create.
  static Attempt of(Change.Create change) {
    var request = new Request.Create(new TreeMap<>(change.wanted().fields()));
    return first(change.wanted(), Optional.empty(), request, List.of())
        .writing(change.differences());
  }

  /// The first step of an update.
  static Attempt of(Change.Update change) {
    var id = change.contact().id();
    var request = new Request.Update(id, Diff.wishes(change.wanted(), change.differences()));
    return first(change.wanted(), Optional.of(change.contact()), request, change.surplus())
        .aimingAt(change.contact())
        .writing(change.differences());
  }

  /// The first step where the member's contact is archived or blocked: it cannot be read before it
  /// is brought back.
  static Attempt of(Change.Revive change) {
    var id = change.contact().id();
    return first(change.wanted(), Optional.empty(), new Request.Unarchive(id), List.of())
        .writing(Diff.ofNew(change.wanted()))
        .spending(Remedy.UNARCHIVE)
        .with(Revival.planned(id));
  }

  /// The first step where only older contacts have to be put away: the one that is kept is read,
  /// since it may have been merged into one of those by now.
  static Attempt of(Change.Unchanged change) {
    var request = new Request.Inspect(change.contact().id());
    return first(change.wanted(), Optional.of(change.contact()), request, change.surplus())
        .aimingAt(change.contact());
  }

  private static Attempt first(
      Wanted wanted, Optional<Contact> planned, Request.OfContact request, List<Contact> surplus) {
    return new Attempt(
        wanted,
        ListedContact.of(planned),
        request,
        Optional.empty(),
        Writing.NOTHING,
        Trail.NONE,
        Revival.NONE,
        new Leftovers(surplus, List.of()));
  }

  /// The contact that is taken to be the member's now; empty while there is none.
  Optional<ContactId> target() {
    return aim.map(Contact::id);
  }

  /// The fields to write.
  List<Difference> differences() {
    return writing.differences();
  }

  /// The last write, while its answer leaves doubt.
  Optional<UnconfirmedWrite> unconfirmed() {
    return writing.unconfirmed();
  }

  /// The search for a field that Intercom does not take, if the present request is a part of it.
  Optional<FieldSearch> search() {
    return writing.search().filter(search -> request.equals(write(search.sent())));
  }

  /// The request that writes these fields: it makes the contact where there is none yet.
  Request.OfContact write(SortedMap<FieldName, Wish> fields) {
    return target()
        .<Request.OfContact>map(id -> new Request.Update(id, fields))
        .orElseGet(() -> new Request.Create(fields));
  }

  /// Whether the plan found no contact that can be seen.
  boolean isCreate() {
    return listed.planned().isEmpty();
  }

  /// The contact that the plan found, unless that is gone.
  Optional<Contact> standing() {
    return listed.standing();
  }

  /// Whether something was sent that may have made a contact.
  boolean mayHaveMade() {
    return isCreate() && (detour.planned().isEmpty() || hasSpent(Remedy.CREATE_ANEW));
  }

  /// Whether something was sent that may have changed a contact that was there before.
  boolean mayHaveWritten() {
    return revived().isPresent() || (!isCreate() && hasSpent(Remedy.CHECK_LANDED));
  }

  /// Whether the member's contact was right, and only older ones have to be put away.
  boolean onlyPutsAway() {
    return !isCreate() && differences().isEmpty() && trail.spent().isEmpty();
  }

  /// Whether `remedy` was used already; none is used twice.
  boolean hasSpent(Remedy remedy) {
    return trail.spent().contains(remedy);
  }

  /// Whether the contact that is asked to be brought back is the one that the plan found, and not
  /// one that was met on the way.
  boolean isPlannedRevival() {
    return request.contact().isPresent() && request.contact().equals(detour.planned());
  }

  /// Whether the former values of somebody else's contact are being written.
  boolean isHandingBack() {
    return hasSpent(Remedy.HAND_BACK) && verdict().isPresent();
  }

  /// Whether a contact that goes to somebody else is given the number that it carries meanwhile.
  boolean isPuttingAside(ContactId contact) {
    return hasSpent(Remedy.PUT_ASIDE) && !target().equals(Optional.of(contact));
  }

  /// A contact that was brought back and not yet recognised as the member's.
  Optional<ContactId> revived() {
    return detour.revived();
  }

  /// How it ends once the present request is answered; empty while that is open.
  Optional<Result.NotDone> verdict() {
    return detour.verdict();
  }

  /// The same attempt, asking `next`.
  Attempt asking(Request.OfContact next) {
    return new Attempt(wanted, listed, next, aim, writing, trail, detour, leftovers);
  }

  /// The same attempt with `contact` taken for the member's.
  Attempt aimingAt(Contact contact) {
    return new Attempt(
        wanted, listed, request, Optional.of(contact), writing, trail, detour, leftovers);
  }

  /// The same attempt after the contact that was asked about turned out to be gone. Where the plan
  /// had found it for the member, they have none now.
  Attempt losing() {
    return request.contact().map(this::losing).orElse(this);
  }

  private Attempt losing(ContactId contact) {
    var left = listed.is(contact) ? listed.losing() : listed;
    var target = aim.filter(each -> !each.id().equals(contact));
    return new Attempt(wanted, left, request, target, writing, trail, detour, leftovers);
  }

  /// The same attempt, writing these fields.
  Attempt writing(List<Difference> fields) {
    return with(writing.of(fields));
  }

  /// The same attempt, looking for a field that Intercom does not take.
  Attempt searching(FieldSearch search) {
    return with(writing.searching(search));
  }

  /// The same attempt with one remedy more used up.
  Attempt spending(Remedy remedy) {
    return with(trail.spending(remedy));
  }

  /// The same attempt with one thing more to tell the operator.
  Attempt warning(String sentence) {
    return with(trail.warning(List.of(sentence)));
  }

  /// The same attempt with something that Intercom took and did not keep.
  Attempt notKeeping(Difference difference) {
    return with(trail.notKeeping(difference));
  }

  /// The same attempt, in doubt whether `write` did what it was sent for.
  Attempt doubting(UnconfirmedWrite write) {
    return with(writing.doubting(Optional.of(write)));
  }

  /// The same attempt, in doubt no longer.
  Attempt confirmed() {
    return with(writing.doubting(Optional.empty()));
  }

  /// The same attempt with `contact` brought back and still to be recognised.
  Attempt reviving(ContactId contact) {
    return with(detour.reviving(contact));
  }

  /// The same attempt, to end as `ending` once the present request is answered.
  Attempt endingAs(Result.NotDone ending) {
    return with(detour.endingAs(ending));
  }

  /// The same attempt, its ending open again.
  Attempt undecided() {
    return with(detour.undecided());
  }

  /// The same attempt with these contacts to put away at the end.
  Attempt puttingAway(List<Contact> contacts) {
    return with(leftovers.puttingAway(contacts));
  }

  /// The same attempt with these contacts to look at, and put away where they are the member's
  /// still.
  Attempt doubting(List<Contact> contacts) {
    return with(leftovers.doubting(contacts));
  }

  /// The same attempt, which leaves `field` out.
  Attempt without(FieldName field) {
    return with(trail.without(field)).writingOnly(each -> !each.equals(field));
  }

  /// The create of this member's contact, less the fields that Intercom would not take.
  Request.Create creation() {
    var fields = new TreeMap<FieldName, Wish>(wanted.fields());
    trail.without().forEach(fields::remove);
    return new Request.Create(fields);
  }

  /// What an update of the fields still to be written sends.
  SortedMap<FieldName, Wish> wishes() {
    return Diff.wishes(wanted, differences());
  }

  /// The differences between `contact` and what the member should have, less the refused fields.
  List<Difference> differencesFrom(Contact contact) {
    return Diff.between(wanted, contact.profile()).stream()
        .filter(each -> !trail.without().contains(each.field()))
        .toList();
  }

  /// What is wrong in `contact` although it was not sent, since somebody has changed it after the
  /// contact was last read.
  List<Difference> changedSince(SortedMap<FieldName, Wish> sent, Contact contact) {
    return differencesFrom(contact).stream()
        .filter(each -> !sent.containsKey(each.field()))
        .filter(each -> !each.before().equals(shownBefore(each.field())))
        .toList();
  }

  private String shownBefore(FieldName field) {
    return aim.map(before -> before.profile().shown(field)).orElse("");
  }

  /// The same attempt, writing only the fields that `kept` takes.
  Attempt writingOnly(Predicate<FieldName> kept) {
    return writing(differences().stream().filter(each -> kept.test(each.field())).toList());
  }

  private Attempt with(Writing other) {
    return new Attempt(wanted, listed, request, aim, other, trail, detour, leftovers);
  }

  private Attempt with(Trail longer) {
    return new Attempt(wanted, listed, request, aim, writing, longer, detour, leftovers);
  }

  private Attempt with(Revival other) {
    return new Attempt(wanted, listed, request, aim, writing, trail, other, leftovers);
  }

  private Attempt with(Leftovers others) {
    return new Attempt(wanted, listed, request, aim, writing, trail, detour, others);
  }
}
