package org.rollcall.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.Contact;
import org.rollcall.model.Role;

/// The contacts that Intercom holds, found by external id or by e-mail.
///
/// Filled by one thread, then read by any number.
public final class Workspace {
  private final Map<String, Contact> byExternalId = new HashMap<>();
  private final Map<String, List<Contact>> byEmail = new HashMap<>();
  private int users;

  /// Takes in one contact.
  public void add(Contact contact) {
    contact.externalId().ifPresent(id -> byExternalId.put(id, contact));
    contact.emailKey().ifPresent(key -> listOf(key).add(contact));
    if (contact.role() == Role.USER) {
      users++;
    }
  }

  /// The contact that carries this external id.
  public Optional<Contact> withExternalId(String externalId) {
    return Optional.ofNullable(byExternalId.get(externalId));
  }

  /// The contacts with this address, given in lower case; perhaps none.
  public List<Contact> withEmail(String emailKey) {
    return byEmail.getOrDefault(emailKey, List.of());
  }

  /// How many contacts are users.
  public int users() {
    return users;
  }

  private List<Contact> listOf(String key) {
    return byEmail.computeIfAbsent(key, _ -> new ArrayList<>(1));
  }
}
