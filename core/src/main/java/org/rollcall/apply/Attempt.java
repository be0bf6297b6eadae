package org.rollcall.apply;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
/// @param planned the contact the plan found; empty where it planned a create
/// @param request what is asked of Intercom now
/// @param target the contact that is taken to be the member's now; empty while there is none
/// @param differences the fields written to get there
record Attempt(
    Wanted wanted,
    Optional<Contact> planned,
    Request.OfContact request,
    Optional<ContactId> target,
    List<Difference> differences,
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
        .aimingAt(id)
        .writing(change.differences());
  }

  private static Attempt first(
      Wanted wanted, Optional<Contact> planned, Request.OfContact request, List<Contact> surplus) {
    return new Attempt(
        wanted,
        planned,
        request,
        Optional.empty(),
        List.of(),
        Trail.NONE,
        Revival.NONE,
        new Leftovers(surplus, List.of()));
  }

  /// Whether the plan was to make a contact.
  boolean isCreate() {
    return planned.isEmpty();
  }

  /// Whether `remedy` was used already; none is used twice.
  boolean hasSpent(Remedy remedy) {
    return trail.spent().contains(remedy);
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
    return new Attempt(wanted, planned, next, target, differences, trail, detour, leftovers);
  }

  /// The same attempt with `contact` taken for the member's.
  Attempt aimingAt(ContactId contact) {
    var aim = Optional.of(contact);
    return new Attempt(wanted, planned, request, aim, differences, trail, detour, leftovers);
  }

  /// The same attempt, writing these fields.
  Attempt writing(List<Difference> fields) {
    return new Attempt(wanted, planned, request, target, fields, trail, detour, leftovers);
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

  /// The present write again, without `field`.
  Attempt without(FieldName field) {
    var kept = differences.stream().filter(each -> !each.field().equals(field)).toList();
    return with(trail.without(field)).writing(kept).asking(request.without(field));
  }

  /// The create of this member's contact, less the fields that Intercom would not take.
  Request.Create creation() {
    var fields = new TreeMap<FieldName, Wish>(wanted.fields());
    trail.without().forEach(fields::remove);
    return new Request.Create(fields);
  }

  /// What an update of the fields still to be written sends.
  SortedMap<FieldName, Wish> wishes() {
    return Diff.wishes(wanted, differences);
  }

  /// The differences between `contact` and what the member should have, less the refused fields.
  List<Difference> differencesFrom(Contact contact) {
    return Diff.between(wanted, contact.profile()).stream()
        .filter(each -> !trail.without().contains(each.field()))
        .toList();
  }

  private Attempt with(Trail longer) {
    return new Attempt(wanted, planned, request, target, differences, longer, detour, leftovers);
  }

  private Attempt with(Revival other) {
    return new Attempt(wanted, planned, request, target, differences, trail, other, leftovers);
  }

  private Attempt with(Leftovers others) {
    return new Attempt(wanted, planned, request, target, differences, trail, detour, others);
  }
}
