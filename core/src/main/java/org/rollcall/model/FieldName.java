package org.rollcall.model;

/// The name of a contact's field as in the settings: `email`, `custom_attributes.region`.
///
/// @param value never blank
public record FieldName(String value) implements Comparable<FieldName> {
  public static final FieldName ROLE = new FieldName("role");
  public static final FieldName EXTERNAL_ID = new FieldName("external_id");
  public static final FieldName EMAIL = new FieldName("email");
  public static final FieldName NAME = new FieldName("name");
  public static final FieldName PHONE = new FieldName("phone");

  private static final String ATTRIBUTES = "custom_attributes.";

  /// @throws IllegalArgumentException when `value` is blank
  public FieldName {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A field name cannot be blank.");
    }
  }

  /// The field of the custom attribute called `name`.
  public static FieldName attribute(String name) {
    return new FieldName(ATTRIBUTES + name);
  }

  /// Whether this is a custom attribute; otherwise it is one of Intercom's own fields.
  public boolean isAttribute() {
    return value.startsWith(ATTRIBUTES);
  }

  /// The name without `custom_attributes.`; for a standard field the whole name.
  public String simpleName() {
    return isAttribute() ? value.substring(ATTRIBUTES.length()) : value;
  }

  @Override
  public int compareTo(FieldName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
