package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GistTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          phone is left alone: '800 unknown' is no phone number. | phone is left alone: … is no phone number.
          Contact 6745ab01cd was changed since. | Contact … was changed since.
          Contact c-10001 was changed since: name stays. | Contact … was changed since: name stays.
          merged into member 10002's contact | merged into member …'s contact
          The e-mail ana.diaz@example.org is another member's. | The e-mail … is another member's.
          10001, 10002, 10003 and 17,990 more share it | … share it
          It carries “Ana Diaz” and +12025550123. | It carries … and ….
          It was made at 2026-11-23T08:00:00Z, by hand. | It was made at …, by hand.
          """)
  void what_differs_from_member_to_member_is_left_out(String sentence, String gist) {
    assertThat(Gist.of(sentence)).isEqualTo(gist);
  }

  @Test
  void kinds_stay_apart() {
    assertThat(Gist.of("Intercom answered with 409."))
        .isEqualTo("Intercom answered with 409.")
        .isNotEqualTo(Gist.of("Intercom answered with 500."));
    assertThat(Gist.of("custom_attributes.address_line1 is left alone"))
        .isNotEqualTo(Gist.of("custom_attributes.address_line2 is left alone"));
  }

  @Test
  void what_is_left_out_is_known() {
    assertThat(Gist.left("Contact 6745ab01cd of '10001' was changed since."))
        .containsExactly("6745ab01cd", "'10001'");
  }
}
