package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.MemberId;

class NumberFormsTest {
  @ParameterizedTest
  @CsvSource({
    "10432, true",
    "00001, true",
    "'10432\u200e', true",
    "' 10432', true",
    "1043, false",
    "104321, false",
    "A0432, false",
    "10-32, false",
    "staff-1, false",
    "12345678-0000-4000-8000-123456789012, false"
  })
  void an_id_looks_like_a_number_with_as_many_digits(String id, boolean looks) {
    assertThat(NumberForms.of(numbers("1%04d", 50)).has(id)).isEqualTo(looks);
  }

  @ParameterizedTest
  @CsvSource({"M-0999, true", "m-0999, false", "S-0999, false", "M0999, false", "0999, false"})
  void letters_and_signs_are_part_of_the_form(String id, boolean looks) {
    assertThat(NumberForms.of(numbers("M-%04d", 50)).has(id)).isEqualTo(looks);
  }

  @Test
  void all_uuids_have_one_form() {
    var forms = NumberForms.of(numbers("%08x-0000-4000-8000-00000000abcd", 50));
    assertThat(forms.has("DEADBEEF-1111-4abc-9def-0123456789ab")).isTrue();
    assertThat(forms.has("deadbeef-1111-4abc-9def-0123456789a")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void a_few_odd_rows_do_not_make_staff_look_like_members(int rows) {
    var numbers = Stream.concat(numbers("1%04d", 50).stream(), numbers("S%02d", rows).stream());
    assertThat(NumberForms.of(numbers.toList()).has("S77")).isFalse();
  }

  @Test
  void a_form_is_that_of_one_row_in_a_hundred() {
    assertThat(mixed(396, 4).has("S77")).isTrue();
    assertThat(mixed(397, 4).has("S77")).isFalse();
  }

  @Test
  void a_roster_may_have_several_forms_or_none() {
    assertThat(mixed(20, 20).has("S77")).isTrue();
    assertThat(mixed(20, 20).has("10432")).isTrue();
    assertThat(NumberForms.of(List.of()).has("10432")).isFalse();
  }

  private static NumberForms mixed(int members, int others) {
    var all = Stream.concat(numbers("1%04d", members).stream(), numbers("S%02d", others).stream());
    return NumberForms.of(all.toList());
  }

  private static List<MemberId> numbers(String form, int rows) {
    return IntStream.range(0, rows).mapToObj(row -> new MemberId(form.formatted(row))).toList();
  }
}
