package org.rollcall.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.rollcall.model.Contact;
import org.rollcall.model.Role;

/// The contacts that Intercom holds, found by external id or by e-mail.
///
/// They are kept as bytes, about as many as they have letters, and made anew whenever one is asked
/// for: a million objects would not fit where Rollcall runs. Filled by one thread, then read by any
/// number.
public final class ContactIndex {
  private final Packing packing = new Packing();
  private final Addresses addresses = new Addresses();
  private final HashIndex byExternalId = new HashIndex();
  private final HashIndex byEmail = new HashIndex();
  private int users;

  /// Takes in one contact.
  public void add(Contact contact) {
    int place = addresses.size();
    addresses.add(packing.pack(contact));
    contact.externalId().ifPresent(id -> byExternalId.put(id, place));
    contact.emailKey().ifPresent(key -> byEmail.put(key, place));
    if (contact.role() == Role.USER) {
      users++;
    }
  }

  /// The contact that carries this external id; the last that came, should there be several.
  public Optional<Contact> withExternalId(String externalId) {
    var place = placeOf(externalId);
    return place.isPresent() ? Optional.of(at(place.getAsInt())) : Optional.empty();
  }

  /// The contacts with this address, given in lower case; perhaps none.
  public List<Contact> withEmail(String emailKey) {
    return withEmail(emailKey, _ -> true).stream().map(Placed::contact).toList();
  }

  /// How many contacts are users.
  public int users() {
    return users;
  }

  /// The contact at `place`.
  Contact at(int place) {
    return packing.contact(addresses.get(place));
  }

  /// Where the contact is that carries this external id.
  OptionalInt placeOf(String externalId) {
    var key = Optional.of(externalId);
    return Arrays.stream(byExternalId.placesOf(externalId))
        .filter(place -> at(place).externalId().equals(key))
        .max();
  }

  /// The contacts with this address at such places, in the order in which they came.
  List<Placed> withEmail(String emailKey, IntPredicate where) {
    var key = Optional.of(emailKey);
    return Arrays.stream(byEmail.placesOf(emailKey))
        .filter(where)
        .mapToObj(place -> new Placed(place, at(place)))
        .filter(placed -> placed.contact().emailKey().equals(key))
        .toList();
  }
}
