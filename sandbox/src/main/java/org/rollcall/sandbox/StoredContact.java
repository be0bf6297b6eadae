package org.rollcall.sandbox;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Role;

/// A contact as the sandbox stores it.
///
/// @param id Intercom's id
/// @param role user or lead
/// @param state whether it is visible, and if not, why
/// @param fields the standard fields that have a value (`external_id`, `email`, `name`, `phone`
///   ...), by their names in JSON: `String`, `Long` or `Boolean`
/// @param attributes the custom attributes that were ever written; a cleared one is `null`
/// @param createdAt Unix seconds
/// @param updatedAt Unix seconds
public record StoredContact(
    String id,
    Role role,
    ContactState state,
    SortedMap<String, Object> fields,
    SortedMap<String, @Nullable Object> attributes,
    long createdAt,
    long updatedAt) {
  static final String EXTERNAL_ID = "external_id";
  static final String EMAIL = "email";
  static final String NAME = "name";
  static final String PHONE = "phone";

  public StoredContact {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /// An active user with these fields and attributes.
  public static StoredContact user(
      String id, Map<String, Object> fields, Map<String, @Nullable Object> attributes, long time) {
    return new StoredContact(
        id,
        Role.USER,
        new ContactState.Active(),
        new TreeMap<>(fields),
        new TreeMap<>(attributes),
        time,
        time);
  }

  public boolean isActive() {
    return state instanceof ContactState.Active;
  }

  public boolean isUser() {
    return role == Role.USER;
  }

  public Optional<String> externalId() {
    return text(EXTERNAL_ID);
  }

  public Optional<String> email() {
    return text(EMAIL);
  }

  /// The e-mail in the form that is used to compare addresses.
  Optional<String> emailKey() {
    return email().map(StoredContact::key);
  }

  static String key(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /// The text of a standard field; empty if it has none.
  public Optional<String> text(String field) {
    return Optional.ofNullable(fields.get(field)).map(Object::toString);
  }

  public StoredContact with(ContactState changed) {
    return new StoredContact(id, role, changed, fields, attributes, createdAt, updatedAt);
  }

  public StoredContact with(Role changed) {
    return new StoredContact(id, changed, state, fields, attributes, createdAt, updatedAt);
  }

  /// This contact with a standard field set; `null` clears it.
  public StoredContact with(String field, @Nullable Object value) {
    var changed = new TreeMap<>(fields);
    if (value == null) {
      changed.remove(field);
    } else {
      changed.put(field, value);
    }
    return new StoredContact(id, role, state, changed, attributes, createdAt, updatedAt);
  }

  /// This contact with a custom attribute set; `null` clears it.
  public StoredContact withAttribute(String name, @Nullable Object value) {
    var changed = new TreeMap<String, @Nullable Object>(attributes);
    changed.put(name, value);
    return new StoredContact(id, role, state, fields, changed, createdAt, updatedAt);
  }

  public StoredContact createdAt(long seconds) {
    return new StoredContact(id, role, state, fields, attributes, seconds, seconds);
  }

  public StoredContact updatedAt(long seconds) {
    return new StoredContact(id, role, state, fields, attributes, createdAt, seconds);
  }
}
