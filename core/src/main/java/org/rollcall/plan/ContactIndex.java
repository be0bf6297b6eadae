package org.rollcall.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import org.rollcall.model.Contact;
import org.rollcall.model.MemberId;
import org.rollcall.model.MemberIds;
import org.rollcall.model.Role;
import org.rollcall.model.Wanted;

/// Intercom's contacts, found by external id or by e-mail.
///
/// A contact is stored in about as many bytes as it has letters, and created again on each access,
/// because a million objects would need too much memory. One thread fills it; then any number may
/// read it.
public final class ContactIndex {
  private final Packing packing = new Packing();
  private final Addresses addresses = new Addresses();
  private final HashIndex byExternalId = new HashIndex();
  private final HashIndex byEmail = new HashIndex();
  private int users;

  /// Adds one contact.
  public void add(Contact contact) {
    int place = addresses.size();
    addresses.add(packing.pack(contact));
    contact.externalId().ifPresent(id -> byExternalId.put(id, place));
    contact.emailKey().ifPresent(key -> byEmail.put(key, place));
    if (contact.role() == Role.USER) {
      users++;
    }
  }

  /// The contact with this external id; the last one added, if there are several.
  public Optional<Contact> withExternalId(String externalId) {
    var place = placeOf(externalId);
    return place.isPresent() ? Optional.of(at(place.getAsInt())) : Optional.empty();
  }

  /// The same with its place.
  Optional<Placed> placedWithExternalId(String externalId) {
    var key = Optional.of(externalId);
    return Arrays.stream(byExternalId.placesOf(externalId))
        .mapToObj(place -> new Placed(place, at(place)))
        .filter(placed -> placed.contact().externalId().equals(key))
        .reduce((_, last) -> last);
  }

  /// The contacts with this address in lower case; may be empty.
  public List<Contact> withEmail(String emailKey) {
    return withEmail(emailKey, _ -> true).stream().map(Placed::contact).toList();
  }

  /// The members whose number no contact carries.
  public Set<MemberId> lacking(List<Wanted> wanted) {
    var lacking = new MemberIds();
    for (var each : wanted) {
      if (placeOf(each.member().value()).isEmpty()) {
        lacking.add(each.member());
      }
    }
    return lacking;
  }

  /// The number of contacts that are users.
  public int users() {
    return users;
  }

  /// The contact at `place`.
  Contact at(int place) {
    return packing.contact(addresses.get(place));
  }

  /// The place of the contact with this external id.
  OptionalInt placeOf(String externalId) {
    var key = Optional.of(externalId);
    return Arrays.stream(byExternalId.placesOf(externalId))
        .filter(place -> at(place).externalId().equals(key))
        .max();
  }

  /// The places of the contacts with this address that `where` accepts, in the order in which they
  /// were added.
  List<Integer> placesWithEmail(String emailKey, IntPredicate where) {
    var key = Optional.of(emailKey);
    return Arrays.stream(byEmail.placesOf(emailKey))
        .filter(where)
        .filter(place -> at(place).emailKey().equals(key))
        .boxed()
        .toList();
  }

  /// The contacts with this address at the places that `where` accepts, in the order in which they
  /// were added.
  List<Placed> withEmail(String emailKey, IntPredicate where) {
    var key = Optional.of(emailKey);
    return Arrays.stream(byEmail.placesOf(emailKey))
        .filter(where)
        .mapToObj(place -> new Placed(place, at(place)))
        .filter(placed -> placed.contact().emailKey().equals(key))
        .toList();
  }
}
