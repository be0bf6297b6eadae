package org.rollcall.model;

import java.util.regex.Pattern;

/// The name of one of the syncs of a program: `north`, `default`.
///
/// @param value letters, digits, `-`, `_` and `.`, starting with a letter or digit; at most 64
///   characters
public record SyncName(String value) implements Comparable<SyncName> {
  /// This field comes before all names, because making a name uses it.
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

  /// The name of a sync whose settings give none.
  public static final SyncName DEFAULT = new SyncName("default");

  /// @throws IllegalArgumentException when `value` is not a valid name
  public SyncName {
    if (!isName(value)) {
      throw new IllegalArgumentException("\"%s\" is no name of a sync.".formatted(value));
    }
  }

  /// Whether `value` is a valid name.
  public static boolean isName(String value) {
    return FORM.matcher(value).matches();
  }

  @Override
  public int compareTo(SyncName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
