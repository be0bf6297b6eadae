package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.ConnectionString;
import org.rollcall.model.FieldName;
import org.rollcall.model.Privacy;

class PrivacyTest {
  @ParameterizedTest
  @CsvSource({
    "ana@example.org, a***@example.org",
    "a@example.org, a***@example.org",
    "😀smile@example.org, 😀***@example.org",
    "odd@name@example.org, o***@example.org",
    "no address, ***",
    "@example.org, ***",
    "'', ''"
  })
  void an_address_keeps_its_first_letter_and_its_domain(String address, String masked) {
    assertThat(Privacy.MASK.email(address)).isEqualTo(masked);
    assertThat(Privacy.SHOW.email(address)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({"Ana Diaz, A*** D***", "Ana, A***", "'  Ana   Diaz ', A*** D***", "'', ''"})
  void a_name_keeps_its_initials(String name, String masked) {
    assertThat(Privacy.MASK.name(name)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({"+12025550123, ***23", "123, ***", "'', ''"})
  void a_phone_keeps_two_digits(String number, String masked) {
    assertThat(Privacy.MASK.phone(number)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({"email, ana@example.org, a***@example.org", "name, Ana Diaz, A*** D***"})
  void personal_fields_are_masked(String field, String value, String masked) {
    assertThat(Privacy.MASK.field(new FieldName(field), value)).isEqualTo(masked);
  }

  @Test
  void what_supports_work_is_not_personal() {
    assertThat(Privacy.MASK.field(FieldName.PHONE, "+12025550123")).isEqualTo("***23");
    assertThat(Privacy.MASK.field(Samples.REGION, "GL")).isEqualTo("GL");
    assertThat(Privacy.MASK.field(FieldName.EXTERNAL_ID, "10001")).isEqualTo("10001");
  }

  @Test
  void a_sentence_is_searched_for_people() {
    assertThat(
            Privacy.MASK.sentence(
                "Ana Diaz <ana@example.org>, +12025550123, has \"b$o@example.org\".", "Ana Diaz"))
        .isEqualTo("A*** D*** <a***@example.org>, ***23, has \"b***@example.org\".");
    assertThat(Privacy.MASK.sentence("expected " + ConnectionString.FORM, ""))
        .isEqualTo("expected postgresql://user:password@host:port/database");
    assertThat(Privacy.MASK.sentence("postgresql://ann:hunter2@h.example/d", ""))
        .doesNotContain("hunter2");
    assertThat(Privacy.SHOW.sentence("ana@example.org", "")).isEqualTo("ana@example.org");
  }
}
