package org.rollcall.sandbox;

import java.util.List;

/// A custom attribute of contacts, as the workspace defines it.
///
/// @param id Intercom's id of the attribute
/// @param name the key in `custom_attributes`
/// @param type `string`, `integer`, `float`, `boolean`, `date` or `datetime`
/// @param options the allowed values of a list; empty for any value
/// @param archived if true, writes to it are accepted and ignored
/// @param writable whether the API may write it
/// @param description any text
/// @param createdAt Unix seconds
public record StoredAttribute(
    int id,
    String name,
    String type,
    List<String> options,
    boolean archived,
    boolean writable,
    String description,
    long createdAt) {
  public StoredAttribute {
    options = List.copyOf(options);
  }

  /// A text attribute that the API may write.
  public static StoredAttribute text(int id, String name) {
    return new StoredAttribute(id, name, "string", List.of(), false, true, "", 0);
  }
}
