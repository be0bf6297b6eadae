package org.rollcall.model;

import java.util.List;

/// A custom attribute of contacts as the workspace defines it.
///
/// @param name as it stands in `custom_attributes`
/// @param type Intercom's word: `string`, `integer`, `float`, `boolean`, `date`, `datetime`,
///   `options`; any other text it may come to use is kept as it is
/// @param archived writes to it are silently ignored by Intercom
/// @param writable whether the API may write it
/// @param options the only values allowed; empty where any is
public record DataAttribute(
    String name, String type, boolean archived, boolean writable, List<String> options) {
  public DataAttribute {
    options = List.copyOf(options);
  }
}
