package org.rollcall.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "202.555.0143",
        "202.555.0143 home",
        "202.555.0143 (home)",
        "202.555.0143, mobile",
        "202 555 0143 call after six",
        "cell: 202 555 0143",
        "(w) (202) 555-0143",
        "tel. +1 202 555 0143",
        "tel:+1-202-555-0143",
        "202-555-0143 x12",
        "202-555-0143x12",
        "202-555-0143 ext. 12",
        "202-555-0143 extension 12",
        "202-555-0143 EXT 12",
        "202-555-0143 #12",
        "202-555-0143;ext=12",
        "202-555-0143 work x12",
        "\u202a202\u200e-555-0143\u202c",
        "２０２ ５５５ ０１４３",
      })
  void a_number_is_what_the_text_says(String text) {
    assertThat(Phones.e164(text, "US")).isEqualTo("+12025550143");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "202 NO PHONE",
        "202-NO-PHONE",
        "202NOPHONE",
        "800 NO PHONE",
        "1 800 NO PHONE",
        "202-555-HOME",
        "no phone",
        "unknown",
        "same as above",
        "0000000000",
        "202-555-0143 / 202-555-0144",
        "202-555-0143, 202-555-0144",
        "202-555-0143; 202-555-0144",
        "2025550143 2025550144",
        "202-555-0143 or 202-555-0144",
        "home 202-555-0143 work 202-555-0144",
        "",
      })
  void what_says_no_number_or_two_is_none(String text) {
    assertThatThrownBy(() -> Phones.e164(text, "US"))
        .isInstanceOf(UnmappableValue.class)
        .hasMessage("the roster's phone number is not valid (region US)");
  }

  @ParameterizedTest
  @CsvSource({
    "1-800-FLOWERS, +18003569377",
    "1 800 flowers, +18003569377",
    "1-800-GO-FEDEX, +18004633339",
    "1-800-356-9377 home, +18003569377",
  })
  void letters_count_in_toll_free_numbers(String text, String number) {
    assertThat(Phones.e164(text, "US")).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "030/123456 privat, DE, +4930123456",
    "Mobil: 0151 23456789, DE, +4915123456789",
    "020 7946 0018 home, GB, +442079460018",
    "+44 20 7946 0018, US, +442079460018",
  })
  void other_regions_have_words_and_strokes_too(String text, String region, String number) {
    assertThat(Phones.e164(text, region)).isEqualTo(number);
  }
}
