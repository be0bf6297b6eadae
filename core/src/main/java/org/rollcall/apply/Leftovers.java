package org.rollcall.apply;

import java.util.List;
import org.rollcall.model.Contact;

/// The member's other contacts, which go once the member's own is right.
///
/// @param surplus contacts to put away
/// @param doubtful other contacts that a search named to put away, each to be read before it is
record Leftovers(List<Contact> surplus, List<Contact> doubtful) {
  Leftovers {
    var known = surplus.stream().map(Contact::id).toList();
    doubtful = doubtful.stream().filter(each -> !known.contains(each.id())).toList();
  }

  Leftovers puttingAway(List<Contact> contacts) {
    return new Leftovers(contacts, doubtful);
  }

  Leftovers doubting(List<Contact> contacts) {
    return new Leftovers(surplus, contacts);
  }
}
