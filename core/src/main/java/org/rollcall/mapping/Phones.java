package org.rollcall.mapping;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Set;

/// Phone numbers in the one form that compares equal: E.164, `+12025550123`. It has no place for an
/// extension, which is dropped.
final class Phones {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private Phones() {}

  /// The regions a number may be read in, by their two letters.
  static Set<String> regions() {
    return NUMBERS.getSupportedRegions();
  }

  /// @param region where a number without a country code is dialled
  /// @throws LeaveAlone when `text` is no number that can be dialled
  static String e164(String text, String region) {
    try {
      var number = NUMBERS.parse(text, region);
      if (NUMBERS.isValidNumber(number)) {
        return NUMBERS.format(number, PhoneNumberFormat.E164);
      }
    } catch (NumberParseException _) {
      // Told below, like any number that nobody can dial.
    }
    throw new LeaveAlone("the roster's phone number is not valid (region %s)".formatted(region));
  }
}
