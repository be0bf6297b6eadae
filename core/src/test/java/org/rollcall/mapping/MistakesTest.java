package org.rollcall.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsException;
import org.rollcall.settings.SettingsText;

/// Acceptance row M2: expressions are checked before anything runs. A mistake names its place and
/// what was expected.
class MistakesTest {
  private static final String COLUMNS =
      "club, dues, email, first, grade, id, offices, ok, phone, region, seen, since, status";
  private static final String FUNCTIONS =
      "bool, contains, double, e164, endsWith, exists, filter, has, int, join, lower, map, matches,"
          + " named, names, required, size, startsWith, string, trim";

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '^',
      textBlock =
          """
          member.statsu                                  § 8  § there is no column "statsu" here; expected one of COLUMNS; did you mean "status"?
          '😀' + member.statsu                           § 14 § there is no column "statsu" here; expected one of COLUMNS; did you mean "status"?
          member.region.cod                              § 15 § there is no column "cod" here; expected one of code, size; did you mean "code"?
          member.status.code                             § 14 § there is nothing behind text; expected a row before this, such as member or one of its joins
          member.offices.map(o, o.cod)[0]                § 25 § there is no column "cod" here; expected one of code, ended, weight; did you mean "code"?
          members.status                                 § 1  § there is nothing called "members"; expected one of member, today; did you mean "member"?
          tody                                           § 1  § there is nothing called "tody"; expected one of member, today; did you mean "today"?
          status                                         § 1  § there is nothing called "status"; expected one of member, today
          lwer(member.status)                            § 1  § there is no function "lwer"; expected one of FUNCTIONS; did you mean "lower"?
          'a' + member.status.frobnicate()               § 21 § there is no function "frobnicate"; expected one of FUNCTIONS
          lower(member.grade)                            § 1  § lower was given integer; expected text
          'x' + lower(member.grade)                      § 7  § lower was given integer; expected text
          join(member.status, ' ')                       § 1  § join was given text and text; expected a list of text and text
          names(member.status, 'offices')                § 1  § names was given text and text; expected a list of text and text, or a list of integer and text
          member.status.startsWith(3)                    § 15 § startsWith was given text and integer; expected text and text
          member.status == 6                             § 15 § == was given text and integer; expected two values of one type that it works on
          member.grade + 'x'                             § 14 § + was given integer and text; expected two values of one type that it works on
          member.ok && member.status                     § 11 § && was given boolean and text; expected true or false on both sides
          member.ok || member.status                     § 11 § || was given boolean and text; expected true or false on both sides
          !member.status                                 § 1  § ! was given text; expected boolean
          member.status[0]                               § 14 § [ ] was given text and integer; expected a list and an integer
          member.status ? 'a' : 'b'                      § 15 § before ? stands text; expected true or false
          member.ok ? 'a' : 3                            § 11 § the two sides of : are text and integer; expected one type
          member.status = 'x'                            § 15 § "=" means nothing here; expected == to compare
          member.status ==                               § 17 § the expression ends too early; expected a value after this
          (member.status                                 § 15 § a bracket is not closed; expected )
          member.status)                                 § 14 § ")" does not belong here; expected an operator such as +, == or &&, or the end
          member..status                                 § 8  § ".." does not belong here; expected an operator such as +, == or &&, or the end
          member status                                  § 8  § "status" does not belong here; expected an operator such as +, == or &&, or the end
          'abc                                           § 1  § a text is not closed; expected the same quote at its end
          member.ok # no                                 § 11 § "#" is nothing that an expression has; expected a name, a number, a text in quotes or an operator
          has(member)                                    § 4  § CEL cannot read this: invalid argument to has() macro; expected an expression as on https://cel.dev
          99999999999999999999                           § 1  § CEL cannot read this: For input string: "99999999999999999999"; expected an expression as on https://cel.dev
          size()                                         § 1  § size was given nothing; expected text, or bytes, or a list of anything, or map(anything and anything)
          member.offices                                 § 1  § this makes a list of row of member.offices; expected text, an integer, a number, or true or false; join(list, ', ') makes text of a list
          member.region                                  § 1  § this makes row of member.region; expected text, an integer, a number, or true or false
          null                                           § 1  § this makes null; expected text, an integer, a number, or true or false
          timestamp(today)                               § 1  § this makes google.protobuf.Timestamp; expected text, an integer, a number, or true or false
          dyn(member.ok) == 3                            § 1  § dyn() hides a type from the check; expected the value itself
          member.region == null                          § 15 § a joined row is compared; expected has(member.region) to ask whether there is one, or one of its columns
          null != member.region                          § 6  § a joined row is compared; expected has(member.region) to ask whether there is one, or one of its columns
          named(member.status, 'ofices')                 § 22 § there is no vocabulary "ofices"; expected one of grades, offices; did you mean "offices"?
          named(member.status, member.first)             § 28 § the vocabulary is computed; expected its name in quotes
          e164(member.phone, 'UX')                       § 20 § this names no region for phone numbers; expected two capital letters in quotes, such as 'US'
          e164(member.phone, member.status)              § 26 § this names no region for phone numbers; expected two capital letters in quotes, such as 'US'
          """)
  void m2_a_mistake_in_an_expression(String expression, int column, String told) {
    int start = "  custom_attributes: { a: \"".length();

    assertThat(told("custom_attributes: { a: " + Profiles.quoted(expression) + " }"))
        .isEqualTo(
            "rollcall.yaml:21:%d: contact.custom_attributes.a: %s"
                .formatted(
                    start + column,
                    told.replace("COLUMNS", COLUMNS).replace("FUNCTIONS", FUNCTIONS)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: member.grade   | 21:9: contact.name: this makes integer; expected text",
        "phone: member.ok     | 21:10: contact.phone: this makes boolean; expected text",
      })
  void m2_a_standard_field_is_text(String line, String told) {
    assertThat(told(line)).isEqualTo("rollcall.yaml:" + told);
  }

  @Test
  void m2_the_external_id_is_text_or_a_whole_number_and_the_e_mail_text() {
    var text =
        Profiles.text("")
            .text()
            .replace("external_id: member.id", "external_id: member.dues")
            .replace("email: member.email", "email: member.grade");

    assertThat(told(new SettingsText("rollcall.yaml", text)))
        .isEqualTo(
            """
            rollcall.yaml:19:16: contact.external_id: this makes number; expected text or an integer
            rollcall.yaml:20:10: contact.email: this makes integer; expected text\
            """);
  }

  @Test
  void m2_the_condition_of_a_join_is_checked_too() {
    var text =
        Profiles.text("")
            .text()
            .replace("where: ended == null || ended >= today", "where: endd == null || weight")
            .replace("where: open }", "where: name }");

    assertThat(told(new SettingsText("rollcall.yaml", text)))
        .isEqualTo(
            """
            rollcall.yaml:12:87: roster.join.club.where: this makes text; expected true or false
            rollcall.yaml:17:14: roster.join.offices.where: there is nothing called "endd"; expected one of code, ended, today, weight; did you mean "ended"?
            rollcall.yaml:17:27: roster.join.offices.where: || was given boolean and integer; expected true or false on both sides\
            """);
  }

  @Test
  void m2_places_are_found_behind_yamls_quotes_folds_and_escapes() {
    assertThat(
            told("""
            custom_attributes:
              plain: member.x1
              single: 'member.status == ''a'' ? member.x2 : "b"'
              escaped: "\\"\\u00e9\\" + member.x3"
              literal: |
                member.status
                  + member.x4
              folded: >-
                member.status +

                member.x5
              broken over: member.status
                + member.x6
            """)
                .lines()
                .map(line -> line.substring(0, line.indexOf(';'))))
        .containsExactly(
            "rollcall.yaml:22:19: contact.custom_attributes.plain: there is no column \"x1\" here",
            "rollcall.yaml:23:46: contact.custom_attributes.single: there is no column \"x2\" here",
            "rollcall.yaml:24:35: contact.custom_attributes.escaped: there is no column \"x3\" here",
            "rollcall.yaml:27:18: contact.custom_attributes.literal: there is no column \"x4\" here",
            "rollcall.yaml:31:14: contact.custom_attributes.folded: there is no column \"x5\" here",
            "rollcall.yaml:33:16: contact.custom_attributes.broken over: there is no column \"x6\" here");
  }

  @Test
  void m2_the_end_of_an_expression_is_behind_its_last_character() {
    assertThat(told("name: member.first +")).startsWith("rollcall.yaml:21:23: ");
    assertThat(told("name: 'member.first +'")).startsWith("rollcall.yaml:21:24: ");
  }

  @Test
  void m2_mistakes_in_the_settings_and_in_expressions_are_told_together() {
    var text = Profiles.text("name: member.frst").text() + "limit: many\n";

    assertThat(told(new SettingsText("rollcall.yaml", text)))
        .isEqualTo(
            """
            rollcall.yaml:21:16: contact.name: there is no column "frst" here; expected one of %s; did you mean "first"?
            rollcall.yaml:22:8: limit is "many"; expected a whole number from 1 to 100000000\
            """
                .formatted(COLUMNS));
  }

  @Test
  void m2_without_vocabularies_none_can_be_named() {
    var text =
        Profiles.text("name: named(member.first, 'offices')")
            .text()
            .replaceAll("(?s)^vocabulary:.*?roster:", "roster:");

    assertThat(told(new SettingsText("rollcall.yaml", text)))
        .endsWith("there is no vocabulary \"offices\"; expected one to be there, under vocabulary");
  }

  @Test
  void a_projection_of_wrong_expressions_is_refused_like_wrong_settings() {
    var settings = Settings.read(Profiles.text("name: member.frst"), Profiles.ENVIRONMENT);

    assertThatThrownBy(() -> Projection.of(settings.mapping()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("there is no column \"frst\" here");
  }

  @Test
  void a_projection_of_right_expressions_projects() {
    var settings = Settings.read(Profiles.text("name: member.first"), Profiles.ENVIRONMENT);
    var member = Person.small().with("first", "Bo").member();

    assertThat(Projection.of(settings.mapping()).project(member, LocalDate.EPOCH))
        .isInstanceOf(Projected.Ready.class);
  }

  private static String told(String line) {
    return told(Profiles.text(line));
  }

  private static String told(SettingsText text) {
    var refusal =
        catchThrowableOfType(
            SettingsException.class, () -> SyncDefinition.read(text, Profiles.ENVIRONMENT));
    return String.valueOf(refusal.getMessage());
  }
}
