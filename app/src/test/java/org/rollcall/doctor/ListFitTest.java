package org.rollcall.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.rollcall.mapping.PossibleTexts;
import org.rollcall.mapping.PossibleTexts.Others;
import org.rollcall.model.DataAttribute;

class ListFitTest {
  private static final List<String> OPTIONS = List.of("Junior", "Senior");

  @Test
  void names_that_the_list_lacks_are_told_whatever_else_is_possible() {
    for (var others : Others.values()) {
      assertThat(look(others, "Senior", "Veteran", "Cadet", ""))
          .isEqualTo(
              new Finding.Warning(
                  "Custom attributes",
                  "The list of tier lacks what the mapping can yield: Cadet, Veteran.",
                  "Add it to the list in Intercom under Settings › Data › People, or change the mapping: Intercom refuses a contact with another value."));
    }
  }

  @Test
  void no_more_than_five_are_named() {
    assertThat(look(Others.NONE, "a", "b", "c", "d", "e", "f", "g").found())
        .endsWith(": a, b, c, d, e and 2 more.");
  }

  @Test
  void a_list_that_has_all_is_good_as_far_as_that_is_known() {
    assertThat(look(Others.NONE, "Junior"))
        .isEqualTo(
            new Finding.Good(
                "Custom attributes", "The list of tier has all that the mapping can yield."));
    assertThat(look(Others.CODES_WITHOUT_A_NAME, "Junior", "Senior"))
        .isInstanceOf(Finding.Good.class);
    assertThat(look(Others.CODES_WITHOUT_A_NAME, "Junior").found())
        .contains("a code without a name");
  }

  @Test
  void where_anything_is_possible_only_the_list_is_told() {
    assertThat(look(Others.ANY, "Junior"))
        .isInstanceOf(Finding.Warning.class)
        .extracting(Finding::found)
        .isEqualTo("tier accepts only: Junior, Senior.");
  }

  private static Finding look(Others others, String... texts) {
    return new ListFit(
            "Custom attributes",
            new DataAttribute("tier", "string", false, true, OPTIONS),
            new PossibleTexts(new TreeSet<>(List.of(texts)), others))
        .finding();
  }
}
