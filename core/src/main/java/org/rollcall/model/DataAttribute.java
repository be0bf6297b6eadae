package org.rollcall.model;

import java.util.List;

/// A custom attribute of contacts, as the workspace defines it.
///
/// @param name the key in `custom_attributes`
/// @param type Intercom's name: `string`, `integer`, `float`, `boolean`, `date`, `datetime` or
///   `options`; any other text is kept as it is
/// @param archived if true, Intercom ignores writes to it
/// @param writable whether the API may write it
/// @param options the allowed values; empty for any value
public record DataAttribute(
    String name, String type, boolean archived, boolean writable, List<String> options) {
  public DataAttribute {
    options = List.copyOf(options);
  }
}
