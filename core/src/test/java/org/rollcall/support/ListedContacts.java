package org.rollcall.support;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Undo;

/// A workspace of these contacts, as an undo sees it.
public record ListedContacts(List<Contact> contacts) implements Undo.Now {
  @Override
  public Optional<Contact> contact(ContactId id) {
    return contacts.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  @Override
  public Optional<Contact> of(MemberId member) {
    return contacts.stream()
        .filter(each -> each.externalId().equals(Optional.of(member.value())))
        .findFirst();
  }
}
