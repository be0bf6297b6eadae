package org.rollcall.mapping;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Converts phone numbers to E.164, `+12025550123`, so that equal numbers compare equal. E.164 has
/// no extensions, so they are dropped, and so are words around a number. Letters stand for digits
/// only in toll-free numbers: elsewhere they would make a number that belongs to somebody else.
final class Phones {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private static final Pattern EXTENSION =
      Pattern.compile(
          "[\\s,;]*(?:(?<!\\p{L})(?:ext(?:n|ension)?|x|int|anexo|доб)\\.?[\\s:=]*#?|#\\s*)"
              + "\\p{Nd}{1,9}\\s*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern LEADING = Pattern.compile("^[^\\p{Nd}+＋]+");
  private static final Pattern TRAILING =
      Pattern.compile("(?<=\\p{Nd})[)\\].]*[\\s(,;/\\[][^\\p{Nd}]*$");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern BETWEEN = Pattern.compile("[/,;|&]");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Phones() {}

  /// The supported regions, as two-letter codes.
  static Set<String> regions() {
    return NUMBERS.getSupportedRegions();
  }

  /// @param region the region of a number without a country code
  /// @throws UnmappableValue when `text` does not plainly say one valid number
  static String e164(String text, String region) {
    var said = LEADING.matcher(Text.visible(text)).replaceFirst("");
    said = EXTENSION.matcher(said).replaceFirst("");
    var lettered = tollFree(said, region);
    var number = lettered.isPresent() ? lettered : plain(said, region);
    return number
        .map(valid -> NUMBERS.format(valid, PhoneNumberFormat.E164))
        .orElseThrow(() ->
            new UnmappableValue(
                "the roster's phone number is not valid (region %s)".formatted(region)));
  }

  /// A number such as `1-800-FLOWERS`. Letters in several words are a remark: `800 NO PHONE`.
  private static Optional<PhoneNumber> tollFree(String said, String region) {
    long words = BLANKS.splitAsStream(said).filter(LETTER.asPredicate()).count();
    return words == 1
        ? valid(said, region)
            .filter(number -> NUMBERS.getNumberType(number) == PhoneNumberType.TOLL_FREE)
        : Optional.empty();
  }

  private static Optional<PhoneNumber> plain(String said, String region) {
    var digits = TRAILING.matcher(said).replaceFirst("");
    return LETTER.matcher(digits).find() || isSeveral(digits, region)
        ? Optional.empty()
        : valid(digits, region);
  }

  /// Whether a cell holds two numbers: nobody says which of them is meant.
  private static boolean isSeveral(String digits, String region) {
    return Arrays.stream(BETWEEN.split(digits))
            .filter(part -> valid(part, region).isPresent())
            .count()
        > 1;
  }

  private static Optional<PhoneNumber> valid(String text, String region) {
    try {
      return Optional.of(NUMBERS.parse(text, region)).filter(NUMBERS::isValidNumber);
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }
}
