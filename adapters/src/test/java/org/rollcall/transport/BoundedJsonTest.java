package org.rollcall.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BoundedJsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "-1E+999999999",
        "1e-999999999",
        "1e99999999999999999999",
        "0e999999999",
        "1e401",
        "1e-401"
      })
  void a_number_beyond_all_bounds_is_text_as_it_was_written(String number) {
    var node = read("{\"a\": %s, \"b\": 1}".formatted(number));
    assertThat(node.path("a").stringValueOpt()).contains(number);
    assertThat(node.path("b").longValue()).isEqualTo(1);
  }

  @Test
  void a_number_with_a_hundred_thousand_digits_is_text() {
    var digits = "9".repeat(100_000);
    assertThat(read("[%s, %s.5]".formatted(digits, digits)).valueStream())
        .allMatch(JsonNode::isString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e300", "12.50", "-0.00", "1.7976931348623157e308", "4.9e-324", "0e9"})
  void every_double_is_a_number(String number) {
    assertThat(read(number).isNumber()).isTrue();
    assertThatCode(() -> read(number).asLong(0)).doesNotThrowAnyException();
  }

  @Test
  void what_is_nested_too_deeply_is_empty_and_spoils_nothing() {
    var deep = "[".repeat(50_000) + "]".repeat(50_000);
    var node = read("{\"a\": %s, \"b\": true}".formatted(deep));
    assertThat(node.path("b").booleanValue()).isTrue();
    assertThat(node.path("a").isArray()).isTrue();
  }

  @Test
  void a_text_of_nothing_but_brackets_is_nothing() {
    assertThat(BoundedJson.read("[" + "{},".repeat(2_000_000) + "{}]")).isEmpty();
  }

  @Test
  void a_long_name_and_a_long_text_are_read() {
    var name = "n".repeat(100_000);
    var text = "t".repeat(3_000_000);
    assertThat(read("{\"%s\": \"%s\"}".formatted(name, text)).path(name).stringValue())
        .hasSize(3_000_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{}{}", "[1,]", "nul", "01", "{\"a\":", "NaN"})
  void what_is_not_one_whole_value_is_nothing(String text) {
    assertThat(BoundedJson.read(text)).isEmpty();
  }

  private static JsonNode read(String text) {
    return BoundedJson.read(text).orElseThrow();
  }
}
