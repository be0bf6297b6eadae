package org.rollcall.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.settings.SettingsException;
import org.rollcall.settings.SettingsText;

/// Tests that settings have for their own mapping: those that hold are not heard of, and others are
/// mistakes with their place.
class MappingTestsTest {
  private static final String SETTINGS =
      """
      roster:
        table: members
        key: id
        columns: { id: text, email: text, status: text, dues: number, since: date, ok: boolean }
        where: { status: [Active, Retired], left_on: null }
        join:
          region: { table: regions, on: region_id, columns: { code: text, size: integer } }
          offices:
            table: offices
            many: member_id
            columns: { code: text, ended: date }
            where: ended == null || ended >= today
      contact:
        external_id: member.id
        email: lower(member.email)
        name: member.status
        custom_attributes:
          region: member.region.code
          size: required(member.region.size, 'the region has no size')
          dues: member.dues * 2.0
          ok: member.ok
          offices: join(names(member.offices.map(o, o.code), 'offices'), ', ')
      vocabulary:
        offices:
          P: President
      """;

  @Test
  void tests_that_hold_are_not_heard_of() {
    assertThat(
            mistakes(
                """
                tests:
                  - name: all at once
                    today: 2026-01-31
                    row:
                      id: "7"
                      email: Ana@example.org
                      status: Active
                      dues: 1.50
                      ok: true
                      region: { code: GL, size: 3 }
                      offices:
                        - { code: S, ended: 2026-01-30 }
                        - { code: X, ended: 2026-01-31 }
                        - { code: P }
                    contact:
                      external_id: 7
                      email: ana@example.org
                      name: Active
                      custom_attributes:
                        { region: GL, size: 3, dues: 3, ok: true, offices: "President, X" }
                  - row: { region: null }
                    contact: { name: null, custom_attributes: { region: null } }
                    left_alone: [size, name]
                  - row: { status: Resigned }
                    skip: true
                  - row: { left_on: 2026-01-01 }
                    skip: "The member is not eligible: see roster.where.left_on."
                  - row: { email: "no address" }
                    skip: The roster's e-mail address has no @.
                """))
        .isEmpty();
    assertThat(mistakes("tests:\n")).isEmpty();
  }

  @Test
  void those_that_do_not_hold_are_mistakes_with_their_places() {
    assertThat(
            mistakes(
                """
                tests:
                  - { row: { region: { code: GL } }, contact: { custom_attributes: { region: NGL } } }
                  - { row: {}, contact: { custom_attributes: { region: NGL } } }
                  - { row: { region: { code: GL } }, contact: { custom_attributes: { region: null } } }
                  - { row: {}, contact: { custom_attributes: { size: 1 } } }
                  - { row: { region: { size: 2 } }, left_alone: size }
                  - { row: { email: '' }, contact: {} }
                  - { row: {}, skip: true }
                  - { row: { email: '' }, skip: why }
                  - { row: { status: Gone }, contact: {} }
                """))
        .containsExactly(
            "27:78: test \"number 1\": expected that custom_attributes.region is \"NGL\", but it is \"GL\"",
            "28:56: test \"number 2\": expected that custom_attributes.region is \"NGL\", but it is empty",
            "29:78: test \"number 3\": expected that custom_attributes.region is empty, but it is \"GL\"",
            "30:54: test \"number 4\": expected that custom_attributes.size is \"1\", but it is left alone: the region has no size",
            "31:49: test \"number 5\": expected that custom_attributes.size is left alone, but it is \"2\"",
            "32:36: test \"number 6\": expected a contact, but the member is skipped: The roster has no e-mail address.",
            "33:22: test \"number 7\": expected that the member is skipped, but gets a contact",
            "34:33: test \"number 8\": expected that the member is skipped because \"why\", but it is because \"The roster has no e-mail address.\"",
            "35:39: test \"number 9\": expected a contact, but the member is skipped: The member is not eligible: see roster.where.status.");
  }

  @Test
  void what_the_mapping_does_not_have_is_a_mistake_before_anything_is_tested() {
    assertThat(
            mistakes(
                """
                tests:
                  - { row: { stauts: Gone }, skip: true }
                  - { row: { region: { cod: GL } }, skip: true }
                  - { row: { region: { size: big } }, skip: true }
                  - { row: { ok: maybe, dues: lots }, contact: {} }
                  - { row: {}, contact: { custom_attributes: { regoin: GL } } }
                  - { row: {}, left_alone: phone }
                  - { row: {}, skip: true, today: soon }
                  - { row: {} }
                  - { row: {}, skip: true, contact: {} }
                  - { skip: true }
                  - { rwo: {}, row: {}, skip: true }
                """))
        .containsExactly(
            "27:22: tests.row.stauts is no column that is read; expected dues, email, id, left_on, offices, ok, region, since or status; did you mean \"status\"?",
            "28:29: tests.row.region.cod is no column that is read; expected code or size; did you mean \"code\"?",
            "29:30: tests.row.region.size is \"big\"; expected a whole number",
            "30:18: tests.row.ok is \"maybe\"; expected true or false",
            "30:31: tests.row.dues is \"lots\"; expected a number",
            "31:56: tests.contact.custom_attributes.regoin names \"regoin\", which the mapping does not write; expected dues, email, external_id, name, offices, ok, region or size; did you mean \"region\"?",
            "32:28: tests.left_alone names \"phone\", which the mapping does not write; expected dues, email, external_id, name, offices, ok, region or size",
            "33:35: tests.today is \"soon\"; expected a date such as 2026-01-31",
            "34:5: tests has neither contact nor skip; expected either skip, or contact and left_alone",
            "35:5: tests has skip and a contact; expected either skip, or contact and left_alone",
            "36:5: tests.row is missing; expected the columns that matter, such as { status: Retired }",
            "37:7: unknown key \"rwo\" in tests; expected contact, left_alone, name, row, skip or today; did you mean \"row\"?");
  }

  private static List<String> mistakes(String tests) {
    try {
      var text = new SettingsText("rollcall.yaml", SETTINGS + tests);
      SyncDefinition.read(text, Profiles.ENVIRONMENT);
      return List.of();
    } catch (SettingsException wrong) {
      return wrong.problems().stream()
          .map(each -> "%d:%d: %s".formatted(each.line(), each.column(), each.message()))
          .toList();
    }
  }
}
