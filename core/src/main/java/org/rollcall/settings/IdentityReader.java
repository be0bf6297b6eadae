package org.rollcall.settings;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.rollcall.model.Policy;
import org.rollcall.model.Policy.UnknownExternalId;

/// Reads what happens to contacts with an external id that nobody on the roster has.
final class IdentityReader {
  private static final String EXPECTED =
      "report, adopt, or the form of the ids of an older integration such as { adopt: uuid }";
  private static final String FORM =
      "uuid, or a regular expression that the whole id matches, such as legacy-[0-9]+";
  private static final int LONGEST = 255;

  private IdentityReader() {}

  static UnknownExternalId unknownExternalId(Section identity) {
    return identity
        .optional("unknown_external_id")
        .flatMap(field -> field.isSection() ? form(field.section()) : word(field))
        .orElse(Policy.DEFAULT.unknownExternalId());
  }

  private static Optional<UnknownExternalId> word(Field field) {
    return field.as(
        EXPECTED,
        text ->
            switch (text) {
              case "report" -> Optional.of(new UnknownExternalId.Report());
              case "adopt" -> Optional.of(new UnknownExternalId.AdoptAny());
              default -> Optional.empty();
            });
  }

  private static Optional<UnknownExternalId> form(Section section) {
    var form =
        section.required("adopt", FORM).flatMap(field -> field.as(FORM, IdentityReader::pattern));
    section.close();
    return form.map(UnknownExternalId.class::cast);
  }

  private static Optional<UnknownExternalId.Adopt> pattern(String text) {
    if (text.equals("uuid")) {
      return Optional.of(UnknownExternalId.Adopt.UUIDS);
    }
    try {
      return text.length() > LONGEST
          ? Optional.empty()
          : Optional.of(new UnknownExternalId.Adopt(Pattern.compile(text)));
    } catch (PatternSyntaxException _) {
      return Optional.empty();
    }
  }
}
