package org.rollcall.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.Role;
import org.rollcall.model.Wanted;

/// The contacts with an address that several members share, best first, each given out once.
///
/// They are looked at once, not once for each member: a club may have one address for thousands.
final class SharedAddress {
  /// The most contacts that a notice names.
  private static final int NAMED = 10;

  private static final Comparator<Free> BEST_FIRST =
      Comparator.comparing(Free::role)
          .thenComparing(
              Comparator.comparingLong(Free::createdAt).thenComparing(Free::id).reversed());

  private final String email;
  private final ContactIndex workspace;
  private final List<Free> free = new ArrayList<>();

  /// Places of users that no member may take.
  private final List<Integer> foreign = new ArrayList<>();

  private int given;

  /// A contact that belongs to no member yet.
  ///
  /// @param unknown whether it has an external id that nobody on the roster has
  private record Free(int place, Role role, long createdAt, ContactId id, boolean unknown) {}

  /// A contact that was given out.
  ///
  /// @param unknown whether it has an external id that nobody on the roster has
  record Given(int place, boolean unknown) {}

  /// @param first one of the members who share the address
  /// @param places the places of the contacts with the address that belong to no member yet
  SharedAddress(
      Wanted first, ContactIndex workspace, Iterable<Integer> places, Candidates candidates) {
    this.email = first.emailKey();
    this.workspace = workspace;
    for (int place : places) {
      sort(place, workspace.at(place), candidates.claim(workspace.at(place), first));
    }
    free.sort(BEST_FIRST);
  }

  /// The best contact that is left; empty when none is.
  Optional<Given> next() {
    if (given == free.size()) {
      return Optional.empty();
    }
    var best = free.get(given++);
    return Optional.of(new Given(best.place(), best.unknown()));
  }

  /// What is left of users when each member has their contact; empty when nothing is.
  Optional<Notice> left() {
    var left =
        new ArrayList<>(
            free.stream()
                .skip(given)
                .filter(each -> each.role() == Role.USER)
                .map(Free::place)
                .toList());
    left.addAll(foreign);
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Notice.SharedLeft(
                email, left.size(), left.stream().limit(NAMED).map(workspace::at).toList()));
  }

  private void sort(int place, Contact contact, Claim claim) {
    switch (claim) {
      case Claim.Rightful(var match) ->
          free.add(
              new Free(
                  place,
                  contact.role(),
                  contact.createdAt(),
                  contact.id(),
                  match == Match.ADOPTED));
      case Claim.UnknownExternalId _ -> foreign.add(place);
      case Claim.AnotherMembers _, Claim.OtherEmail() -> {}
    }
  }
}
