package org.rollcall.mapping;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Set;

/// Converts phone numbers to E.164, `+12025550123`, so that equal numbers compare equal. E.164 has
/// no extensions, so they are dropped.
final class Phones {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private Phones() {}

  /// The supported regions, as two-letter codes.
  static Set<String> regions() {
    return NUMBERS.getSupportedRegions();
  }

  /// @param region the region of a number without a country code
  /// @throws UnmappableValue when `text` is not a valid number
  static String e164(String text, String region) {
    try {
      var number = NUMBERS.parse(text, region);
      if (NUMBERS.isValidNumber(number)) {
        return NUMBERS.format(number, PhoneNumberFormat.E164);
      }
    } catch (NumberParseException _) {
      // The exception below covers this case too.
    }
    throw new UnmappableValue(
        "the roster's phone number is not valid (region %s)".formatted(region));
  }
}
