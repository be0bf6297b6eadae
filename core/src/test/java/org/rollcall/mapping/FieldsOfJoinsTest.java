package org.rollcall.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.FieldName;
import org.rollcall.settings.SettingsText;

/// Which fields are computed from a joined table.
class FieldsOfJoinsTest {
  private static final FieldName A = FieldName.attribute("a");

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      textBlock =
          """
          member.region.code                                              § region § true
          member.region.code                                              § club   § false
          member.region.code                                              § offices § false
          has(member.region) ? 'yes' : 'no'                               § region § true
          size(member.offices) > 0                                        § offices § true
          join(member.offices.map(o, o.code), ', ')                       § offices § true
          member.offices.exists(o, o.code == member.region.code)          § region § true
          member.offices.exists(o, o.code == member.region.code)          § offices § true
          join(names(member.offices.filter(o, o.weight > 1).map(o, o.code), 'offices'), ', ') § offices § true
          member.status                                                   § region § false
          member.ok ? member.club.name : 'none'                           § club   § true
          """)
  void a_field_is_of_each_join_that_its_expression_uses(
      String expression, String join, boolean uses) {
    assertThat(Profiles.attribute(expression).fieldsOf(join).contains(A)).isEqualTo(uses);
  }

  @ParameterizedTest
  @CsvSource({"member.club.name, email", "member.id + member.club.name, external_id"})
  void an_address_or_a_number_may_be_of_a_join_too(String expression, String field) {
    var text = Profiles.text("custom_attributes: { a: member.status }").text();
    var of = "  " + field + ": ";
    var settings =
        new SettingsText(
            "rollcall.yaml",
            text.replaceFirst(of + "member\\..*", of + Profiles.quoted(expression)));
    var projection = SyncDefinition.read(settings, Profiles.ENVIRONMENT).projection();
    assertThat(projection.fieldsOf("club")).containsExactly(new FieldName(field));
    assertThat(projection.fieldsOf("region")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"region, region", "facility, facility", "type, member_type", "positions, positions"})
  void the_built_in_settings_tell_it_for_each_of_their_tables(String join, String attribute) {
    assertThat(Profiles.builtIn().fieldsOf(join)).contains(FieldName.attribute(attribute));
  }
}
