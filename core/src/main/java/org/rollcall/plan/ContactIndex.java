package org.rollcall.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import org.rollcall.model.Contact;
import org.rollcall.model.MemberId;
import org.rollcall.model.MemberIds;
import org.rollcall.model.Role;
import org.rollcall.model.Visible;
import org.rollcall.model.Wanted;

/// Intercom's contacts, found by external id or by e-mail. What nobody sees of an external id is
/// ignored, as it is in a member's number: the contact would be made a second time otherwise.
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
    contact.externalId().ifPresent(id -> byExternalId.put(Visible.of(id), place));
    contact.emailKey().ifPresent(key -> byEmail.put(key, place));
    if (contact.role() == Role.USER) {
      users++;
    }
  }

  /// The contact with the number of `member`. Of several, it is the one that has it sign for sign;
  /// the last one added, if there is more than one or none of them.
  public Optional<Contact> of(MemberId member) {
    return placedOf(member).map(Placed::contact);
  }

  /// The same with its place.
  Optional<Placed> placedOf(MemberId member) {
    var exact = Optional.of(member.value());
    return Arrays.stream(byExternalId.placesOf(member.value()))
        .mapToObj(place -> new Placed(place, at(place)))
        .filter(placed -> placed.contact().hasNumberOf(member))
        .max(
            Comparator.<Placed, Boolean>comparing(
                    placed -> placed.contact().externalId().equals(exact))
                .thenComparingInt(Placed::place));
  }

  /// The contacts with this address in lower case; may be empty.
  public List<Contact> withEmail(String emailKey) {
    return withEmail(emailKey, _ -> true).stream().map(Placed::contact).toList();
  }

  /// The members whose number no contact carries.
  public Set<MemberId> lacking(List<Wanted> wanted) {
    var lacking = new MemberIds();
    for (var each : wanted) {
      if (placeOf(each.member()).isEmpty()) {
        lacking.add(each.member());
      }
    }
    return lacking;
  }

  /// The number of contacts that are users.
  public int users() {
    return users;
  }

  /// The number of contacts, which have the places from 0 up.
  int size() {
    return addresses.size();
  }

  /// The contact at `place`.
  Contact at(int place) {
    return packing.contact(addresses.get(place));
  }

  /// The place of the contact with the number of `member`.
  OptionalInt placeOf(MemberId member) {
    return placedOf(member).stream().mapToInt(Placed::place).findFirst();
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
