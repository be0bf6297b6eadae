package org.rollcall.model;

import java.math.BigDecimal;
import java.util.Locale;

/// The value of a field. Two values are equal exactly if Intercom would store the same value.
///
/// There is no empty value: a field that is empty, `null` or absent has no value.
public sealed interface Value {
  /// The value as a person reads it.
  String shown();

  /// @param shown the text, never blank, without surrounding blanks
  record Text(String shown) implements Value {
    /// @throws IllegalArgumentException when the text is blank: a blank field has no value
    public Text {
      shown = refuseBlank(shown);
    }
  }

  /// An e-mail address. Letter case is ignored in comparisons, but kept.
  ///
  /// @param shown the address, never blank, without surrounding blanks
  record Email(String shown) implements Value {
    /// @throws IllegalArgumentException when the address is blank: a blank field has no value
    public Email {
      shown = refuseBlank(shown);
    }

    /// The form used for look-ups: lower case, without invisible characters. An address that
    /// differs only by these belongs to the same person, but it is not equal and is corrected.
    public String key() {
      return Invisible.without(folded());
    }

    private String folded() {
      return shown.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Email email && folded().equals(email.folded());
    }

    @Override
    public int hashCode() {
      return folded().hashCode();
    }
  }

  /// A number or a Unix time in seconds; `1` equals `1.0`.
  record Numeric(BigDecimal number) implements Value {
    /// The most digits that a number is shown with, leading and trailing zeros included. Every
    /// double has fewer, but not `1e999999999`, which would fill the memory.
    public static final int LONGEST = 400;

    public Numeric {
      number = number.stripTrailingZeros();
    }

    @Override
    public String shown() {
      return shown(number);
    }

    /// `number` with all its digits, or with an exponent if these are too many.
    public static String shown(BigDecimal number) {
      return isBounded(number) ? number.toPlainString() : number.toString();
    }

    /// Whether `number` can be shown with all its digits.
    public static boolean isBounded(BigDecimal number) {
      long before = (long) number.precision() - number.scale();
      return Math.max(before, 1) + Math.max(number.scale(), 0) <= LONGEST;
    }
  }

  /// The value of a number: text if it has more digits than a number may have.
  static Value of(BigDecimal number) {
    return Numeric.isBounded(number) ? new Numeric(number) : new Text(number.toString());
  }

  /// True or false.
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
