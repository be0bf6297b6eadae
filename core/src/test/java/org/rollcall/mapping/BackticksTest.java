package org.rollcall.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.FieldName;
import org.rollcall.model.Value;
import org.rollcall.model.Wish;
import org.rollcall.settings.SettingsException;
import org.rollcall.settings.SettingsText;

/// Columns and joins with names that CEL has for itself, or cannot read.
class BackticksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "in",
        "as",
        "for",
        "function",
        "if",
        "import",
        "package",
        "namespace",
        "return",
        "var",
        "while",
        "true",
        "null",
        "my name",
        "my-name",
        "a.b",
        "a/b",
        "1st",
      })
  void a_column_is_read_in_backticks(String name) {
    assertThat(computed("member.`%s`".formatted(name), name)).isEqualTo("found");
    assertThat(computed("has(member.`%1$s`) ? member.`%1$s` : 'no'".formatted(name), name))
        .isEqualTo("found");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      value = {
        "member.in, in, 8, the name \"in\" needs backticks; expected member.`in`",
        "member.null + 'x', null, 8, the name \"null\" needs backticks; expected member.`null`",
        "'x' + member.my name, my name, 14, the name \"my name\" needs backticks; expected member.`my name`",
        "lower(member.my-name), my-name, 14, the name \"my-name\" needs backticks; expected member.`my-name`",
        "member.1st, 1st, 8, the name \"1st\" needs backticks; expected member.`1st`",
      })
  void without_them_it_is_said(String expression, String name, int column, String told) {
    assertThat(told(expression, name))
        .isEqualTo(
            "rollcall.yaml:8:%d: contact.custom_attributes.a: %s"
                .formatted("  custom_attributes: { a: \"".length() + column, told));
  }

  @Test
  void a_name_that_no_backticks_save_needs_another() {
    assertThat(told("member.gr\u00f6sse", "gr\u00f6sse"))
        .contains("no expression can hold the name \"gr\u00f6sse\"; expected letters a to z");
  }

  @Test
  void other_mistakes_are_told_as_before() {
    assertThat(told("member.my.name", "my-name")).contains("there is no column \"my\" here");
    assertThat(told("member.`inn`", "in")).contains("there is no column \"inn\" here");
    assertThat(told("member.input", "in")).contains("there is no column \"input\" here");
  }

  @Test
  void the_condition_of_a_join_reaches_such_columns_through_the_row() {
    assertThat(condition("row.`for` == 'x'")).isEqualTo("2");
    assertThat(condition("row.`my-name` == 'z' && code == 'b'")).isEqualTo("1");
    assertThat(toldBy(joined("for == 'x'")))
        .endsWith("roster.join.boats.where: the name \"for\" needs backticks; expected row.`for`");
    assertThat(toldBy(joined("code == 'b' && my-name == 'x'")))
        .endsWith("the name \"my-name\" needs backticks; expected row.`my-name`");
    assertThat(toldBy(joined("cod == 'for'"))).contains("there is nothing called \"cod\"");
  }

  private static String computed(String expression, String name) {
    return value(
        settings(expression, name), Map.of("id", "7", "email", "a@example.org", name, "found"));
  }

  private static String condition(String condition) {
    var boats =
        List.of(
            Map.of("code", "a", "for", "x", "my-name", "y"),
            Map.of("code", "b", "for", "x", "my-name", "z"),
            Map.of("code", "c", "for", "y", "my-name", "z"));
    return value(joined(condition), Map.of("id", "7", "email", "a@example.org", "boats", boats));
  }

  private static String value(SettingsText settings, Map<String, Object> row) {
    var person = new Person();
    row.forEach(person::with);
    var projected =
        SyncDefinition.read(settings, Profiles.ENVIRONMENT)
            .projection()
            .project(person.member(), LocalDate.EPOCH);
    var wish = ((Projected.Ready) projected).wanted().wish(FieldName.attribute("a"));
    return ((Value.Text) ((Wish.Put) wish).value()).shown();
  }

  private static String told(String expression, String name) {
    return toldBy(settings(expression, name));
  }

  private static String toldBy(SettingsText settings) {
    var wrong =
        catchThrowableOfType(
            SettingsException.class, () -> SyncDefinition.read(settings, Profiles.ENVIRONMENT));
    return String.valueOf(wrong.getMessage());
  }

  private static SettingsText settings(String expression, String name) {
    return new SettingsText(
        "rollcall.yaml",
        """
        roster:
          table: members
          key: id
          columns: { id: text, email: text, "%s": text }
        contact:
          external_id: member.id
          email: member.email
          custom_attributes: { a: %s }
        """
            .formatted(name, Profiles.quoted(expression)));
  }

  private static SettingsText joined(String condition) {
    return new SettingsText(
        "rollcall.yaml",
        """
        roster:
          table: members
          key: id
          columns: { id: text, email: text }
          join:
            boats:
              table: boats
              many: member_id
              columns: { code: text, for: text, my-name: text }
              where: %s
        contact:
          external_id: member.id
          email: member.email
          custom_attributes: { a: "string(size(member.boats))" }
        """
            .formatted(Profiles.quoted(condition)));
  }
}
