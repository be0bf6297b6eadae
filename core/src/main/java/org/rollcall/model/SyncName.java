package org.rollcall.model;

import java.util.regex.Pattern;

/// What people call one of the syncs that a program carries out: `north`, `default`.
///
/// @param value letters, digits, `-`, `_` and `.`, beginning with a letter or digit; at most 64
public record SyncName(String value) implements Comparable<SyncName> {
  /// Stands before [#DEFAULT], which is checked against it.
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

  /// The sync of settings that name none.
  public static final SyncName DEFAULT = new SyncName("default");

  /// @throws IllegalArgumentException when `value` is no name
  public SyncName {
    if (!isName(value)) {
      throw new IllegalArgumentException("\"%s\" is no name of a sync.".formatted(value));
    }
  }

  /// Whether a sync may be called so.
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
