package org.rollcall.model;

import java.math.BigDecimal;
import java.util.Locale;

/// What a field holds. Two values are equal exactly when Intercom would store the same thing.
///
/// There is no empty value: a field that is empty, `null` or absent simply has none.
public sealed interface Value {
  /// The value as a person would read it.
  String shown();

  /// @param shown text, never blank, surrounding blanks removed
  record Text(String shown) implements Value {
    /// @throws IllegalArgumentException when the text is blank: a blank field has no value
    public Text {
      shown = refuseBlank(shown);
    }
  }

  /// An e-mail address: equal to another whatever the case of its letters, kept as it was written.
  ///
  /// @param shown the address, never blank, surrounding blanks removed
  record Email(String shown) implements Value {
    /// @throws IllegalArgumentException when the address is blank: a blank field has no value
    public Email {
      shown = refuseBlank(shown);
    }

    /// The form in which addresses are looked up: lower case.
    public String key() {
      return shown.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Email email && key().equals(email.key());
    }

    @Override
    public int hashCode() {
      return key().hashCode();
    }
  }

  /// A number, a Unix time in seconds among them; `1` equals `1.0`.
  record Numeric(BigDecimal number) implements Value {
    public Numeric {
      number = number.stripTrailingZeros();
    }

    @Override
    public String shown() {
      return number.toPlainString();
    }
  }

  /// Yes or no.
  record Flag(boolean flag) implements Value {
    @Override
    public String shown() {
      return Boolean.toString(flag);
    }
  }

  private static String refuseBlank(String text) {
    var stripped = text.strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException("A blank field has no value.");
    }
    return stripped;
  }
}
