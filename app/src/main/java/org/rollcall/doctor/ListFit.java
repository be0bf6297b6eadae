package org.rollcall.doctor;

import java.util.List;
import org.rollcall.mapping.PossibleTexts;
import org.rollcall.model.DataAttribute;

/// Compares the list of an attribute with the texts that the mapping can yield.
record ListFit(String subject, DataAttribute attribute, PossibleTexts yields) {
  private static final int NAMED = 5;
  private static final String REFUSED = "Intercom refuses a contact with another value.";

  Finding finding() {
    var lacking =
        yields.texts().stream()
            .filter(text -> !text.isBlank() && !attribute.options().contains(text))
            .toList();
    return lacking.isEmpty() ? covered() : lacks(lacking);
  }

  private Finding lacks(List<String> texts) {
    return new Finding.Warning(
        subject,
        "The list of %s lacks what the mapping can yield: %s."
            .formatted(attribute.name(), named(texts)),
        "Add it to the list in Intercom under Settings › Data › People, or change the mapping: "
            + REFUSED);
  }

  private Finding covered() {
    return switch (yields.others()) {
      case NONE -> good("The list of %s has all that the mapping can yield.");
      case CODES_WITHOUT_A_NAME ->
          good(
              "The list of %s has every name that the mapping can yield; a code without a name is written as it is, and Intercom refuses it.");
      case ANY ->
          new Finding.Warning(
              subject,
              "%s accepts only: %s.".formatted(attribute.name(), named(attribute.options())),
              "Make sure the mapping yields nothing else: " + REFUSED);
    };
  }

  private Finding good(String sentence) {
    return new Finding.Good(subject, sentence.formatted(attribute.name()));
  }

  private static String named(List<String> texts) {
    var few = String.join(", ", texts.subList(0, Math.min(NAMED, texts.size())));
    return texts.size() > NAMED ? "%s and %,d more".formatted(few, texts.size() - NAMED) : few;
  }
}
