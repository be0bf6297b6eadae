package org.rollcall.sandbox;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Role;

/// A contact as the sandbox keeps it.
///
/// @param id Intercom's id
/// @param role user or lead
/// @param standing whether it can be seen
/// @param fields the standard fields that hold something (`external_id`, `email`, `name`, `phone`
///   ...), by their names in JSON: `String`, `Long` or `Boolean`
/// @param attributes the custom attributes ever written; one that was cleared holds `null`
/// @param createdAt Unix seconds
/// @param updatedAt Unix seconds
public record StoredContact(
    String id,
    Role role,
    Standing standing,
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
        new Standing.Active(),
        new TreeMap<>(fields),
        new TreeMap<>(attributes),
        time,
        time);
  }

  public boolean isActive() {
    return standing instanceof Standing.Active;
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

  /// The e-mail in the form in which addresses are compared.
  Optional<String> emailKey() {
    return email().map(StoredContact::key);
  }

  static String key(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /// The text that a standard field holds.
  public Optional<String> text(String field) {
    return Optional.ofNullable(fields.get(field)).map(Object::toString);
  }

  public StoredContact with(Standing changed) {
    return new StoredContact(id, role, changed, fields, attributes, createdAt, updatedAt);
  }

  public StoredContact with(Role changed) {
    return new StoredContact(id, changed, standing, fields, attributes, createdAt, updatedAt);
  }

  /// This contact with a standard field set, or emptied by `null`.
  public StoredContact with(String field, @Nullable Object value) {
    var changed = new TreeMap<>(fields);
    if (value == null) {
      changed.remove(field);
    } else {
      changed.put(field, value);
    }
    return new StoredContact(id, role, standing, changed, attributes, createdAt, updatedAt);
  }

  /// This contact with a custom attribute written; `null` clears it.
  public StoredContact withAttribute(String name, @Nullable Object value) {
    var changed = new TreeMap<String, @Nullable Object>(attributes);
    changed.put(name, value);
    return new StoredContact(id, role, standing, fields, changed, createdAt, updatedAt);
  }

  public StoredContact createdAt(long seconds) {
    return new StoredContact(id, role, standing, fields, attributes, seconds, seconds);
  }

  public StoredContact updatedAt(long seconds) {
    return new StoredContact(id, role, standing, fields, attributes, createdAt, seconds);
  }
}
