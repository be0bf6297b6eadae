package org.rollcall.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.FieldName;
import org.rollcall.settings.SettingsText;

/// The possible texts of an expression, and that it claims no others.
class PossibleTextsTest {
  private static final FieldName A = FieldName.attribute("a");

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '^',
      textBlock =
          """
          'one'                                                § [one] NONE
          member.ok ? 'one' : member.grade == 2 ? 'two' : 'one' § [one, two] NONE
          required(member.ok ? 'one' : 'two', 'why')           § [one, two] NONE
          named(member.grade, 'grades')                        § [Junior, Senior] CODES_WITHOUT_A_NAME
          member.ok ? named(member.grade, 'grades') : 'None'   § [Junior, None, Senior] CODES_WITHOUT_A_NAME
          join(names(member.offices.map(o, o.code), 'offices'), ', ') § [President, Secretary, Vice President] ANY
          member.ok ? 'one' : member.status                    § [one] ANY
          lower(named(member.grade, 'grades'))                 § [] ANY
          named(member.grade, 'grades') + '!'                  § [] ANY
          member.status                                        § [] ANY
          member.grade                                         § [] ANY
          3                                                    § [] ANY
          """)
  void an_expression_yields(String expression, String expected) {
    assertThat(told(Profiles.attribute(expression).possibleTexts())).isEqualTo(expected);
  }

  @Test
  void what_is_written_to_those_who_left_is_yielded_too() {
    var text =
        Profiles.text(
            "custom_attributes: { a: \"named(member.grade, 'grades')\", b: member.status }");
    var leavers = "leavers: { mark: { a: Former } }\n";
    var setup =
        SyncDefinition.read(
            new SettingsText("rollcall.yaml", leavers + text.text()), Profiles.ENVIRONMENT);
    assertThat(setup.possibleTexts()).containsOnlyKeys(A, FieldName.attribute("b"));
    assertThat(told(setup.possibleTexts()))
        .isEqualTo("[Former, Junior, Senior] CODES_WITHOUT_A_NAME");
  }

  @Test
  void so_is_what_is_written_to_orphans_alone() {
    var text = Profiles.text("custom_attributes: { a: \"named(member.grade, 'grades')\" }");
    var leavers = "leavers: { mark: { a: Former }, ineligible: ignore, orphans: mark }\n";
    var setup =
        SyncDefinition.read(
            new SettingsText("rollcall.yaml", leavers + text.text()), Profiles.ENVIRONMENT);
    assertThat(told(setup.possibleTexts())).startsWith("[Former, Junior, Senior]");
  }

  private static String told(Map<FieldName, PossibleTexts> possibleTexts) {
    var told = Optional.ofNullable(possibleTexts.get(A)).orElseThrow();
    return told.texts() + " " + told.others();
  }
}
