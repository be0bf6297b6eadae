package org.rollcall.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.mapping.Projected.Ready;
import org.rollcall.mapping.Projected.Skipped;
import org.rollcall.mapping.Projected.UnknownCode;
import org.rollcall.model.FieldName;
import org.rollcall.model.Value;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Wish;

/// The results of expressions on the roster's values.
class ExpressionsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
  private static final FieldName A = FieldName.attribute("a");

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '^',
      textBlock =
          """
          member.status + '!'                                              § Active!
          member.grade == 2 ? 'two' : 'other'                              § two
          today                                                            § 2026-01-31
          lower('ÄB')                                                      § äb
          trim('  a b ')                                                   § a b
          join(['a', '', ' b ', member.first, 'c'], '-')                   § a-b-c
          join(names(['VP', 'P', 'President', 'SEC', 'S'], 'offices'), ',')§ President,Vice President,Secretary
          join(names(member.offices.map(o, o.weight), 'grades'), ',')      § Junior,Senior
          named('P', 'offices')                                            § President
          named(member.grade, 'grades')                                    § Senior
          named(' P ', 'offices')                                          § President
          has(member.region) ? 'yes' : 'no'                                § yes
          has(member.first) ? 'yes' : 'no'                                 § no
          has(member.club) ? 'yes' : 'no'                                  § no
          has(member.region.code) ? 'yes' : 'no'                           § yes
          has(member.region.size) ? 'yes' : 'no'                           § no
          member.first == null ? 'none' : 'some'                           § none
          member.region.size == null ? 'none' : 'some'                     § none
          member.offices.exists(o, o.code == 'VP') ? 'vice' : 'none'       § vice
          string(size(member.offices))                                     § 2
          member.since < today ? 'before' : 'after'                        § before
          required(member.status, 'why')                                   § Active
          member.ok || member.first > 'x' ? 'right' : 'wrong'              § right
          """)
  void text(String expression, String expected) {
    assertThat(wish(expression, sample())).isEqualTo(new Wish.Put(new Value.Text(expected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '^',
      textBlock =
          """
          member.first
          member.first + '!'
          'Dr. ' + member.first
          member.first.startsWith('A') ? 'a' : 'b'
          member.first < 'x' ? 'a' : 'b'
          member.region.size
          member.region.size + 1
          member.club.name
          member.club.name + '!'
          lower(member.first)
          trim(member.first)
          trim('  ')
          e164(member.first, 'US')
          named(member.first, 'offices')
          named(' ', 'offices')
          join([], ', ')
          join([member.first, ' '], ', ')
          join(names([], 'offices'), ', ')
          member.offices[7].code
          int(member.first)
          '\\t\\u200b'
          """)
  void what_is_computed_from_nothing_is_nothing_and_empties_the_attribute(String expression) {
    var ready = ready(expression, sample());

    assertThat(ready.wanted().wish(A)).isEqualTo(new Wish.Clear());
    assertThat(ready.wanted().warnings()).isEmpty();
    assertThat(ready.unknown()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '^',
      textBlock =
          """
          required(member.first, 'no first name')            § no first name
          required(member.region.size, 'no size') + 1        § no size
          required(trim('  '), 'blank')                      § blank
          e164('12', 'US')                                   § the roster's phone number is not valid (region US)
          1 / (member.grade - 2)                             § its expression divides by zero
          9223372036854775807 + member.grade                 § its expression makes too large a number
          {'P': 'x'}[member.status]                          § its expression looks up a key that is not there
          int(member.status)                                 § its expression cannot be computed from what the roster has
          member.dues / 0.0                                  § its expression makes no finite number
          """)
  void what_cannot_be_computed_leaves_the_field_alone_and_tells_why(
      String expression, String reason) {
    var ready = ready(expression, sample());

    assertThat(ready.wanted().wish(A)).isEqualTo(new Wish.Leave());
    assertThat(ready.wanted().warnings())
        .containsExactly("custom_attributes.a is left alone: %s.".formatted(reason));
  }

  @Test
  void numbers_and_flags_are_such_and_compare_by_value() {
    assertThat(wish("member.grade", sample()))
        .isEqualTo(new Wish.Put(new Value.Numeric(BigDecimal.TWO)));
    assertThat(wish("member.dues", sample()))
        .isEqualTo(new Wish.Put(new Value.Numeric(new BigDecimal("12.5"))));
    assertThat(wish("member.dues * 2.0", sample()))
        .isEqualTo(new Wish.Put(new Value.Numeric(new BigDecimal("25"))));
    assertThat(wish("member.ok", sample())).isEqualTo(new Wish.Put(new Value.Flag(true)));
    assertThat(wish("member.grade", sample().with("grade", Long.MAX_VALUE)))
        .isEqualTo(new Wish.Put(new Value.Numeric(new BigDecimal("9223372036854775807"))));
  }

  @Test
  void the_kind_of_every_attribute_is_known_beforehand() {
    assertThat(Profiles.attribute("member.first").attributes()).containsEntry(A, ValueKind.TEXT);
    assertThat(Profiles.attribute("member.grade").attributes()).containsEntry(A, ValueKind.NUMBER);
    assertThat(Profiles.attribute("member.dues").attributes()).containsEntry(A, ValueKind.NUMBER);
    assertThat(Profiles.attribute("member.ok").attributes()).containsEntry(A, ValueKind.FLAG);
  }

  @ParameterizedTest
  @CsvSource({
    "member.grade, grade, integer",
    "member.dues, dues, number",
    "member.ok, ok, boolean",
    "member.first, first, text",
    "member.since, since, date",
    "member.seen, seen, timestamp"
  })
  void a_column_that_holds_something_else_than_declared_leaves_the_field_alone(
      String expression, String column, String type) {
    for (var held : Map.of("a list", List.of("x"), "an object", Map.of("x", "y")).entrySet()) {
      var ready = ready(expression, sample().with(column, held.getValue()));

      assertThat(ready.wanted().wish(A)).isEqualTo(new Wish.Leave());
      assertThat(ready.wanted().warnings()).isEmpty();
      assertThat(ready.misdeclared())
          .containsExactly(new Projected.Misdeclared(column, type, held.getKey()));
    }
  }

  @Test
  void a_condition_on_such_a_column_leaves_the_field_alone_too() {
    var row = sample().with("club", Map.of("name", "Chess", "open", List.of(true)));

    assertThat(ready("member.club.name", row).misdeclared())
        .containsExactly(new Projected.Misdeclared("open", "boolean", "a list"));
  }

  @Test
  void an_external_id_of_such_a_column_skips_the_member() {
    var skipped =
        Profiles.attribute("today").project(sample().with("id", List.of("7")).member(), TODAY);

    assertThat(((Projected.Skipped) skipped).reason())
        .isEqualTo(
            "The external id cannot be made: the column id holds a list, and the settings declare it as text.");
  }

  @Test
  void a_column_with_a_text_that_is_no_number_leaves_the_field_alone() {
    assertThat(ready("member.grade", sample().with("grade", "good")).wanted().warnings())
        .containsExactly(
            "custom_attributes.a is left alone: the column grade does not hold integer, as the settings declare it.");
  }

  @Test
  void a_whole_number_is_a_number_and_any_number_can_be_text() {
    assertThat(wish("member.dues", sample().with("dues", 3L)))
        .isEqualTo(new Wish.Put(new Value.Numeric(new BigDecimal("3"))));
    assertThat(wish("member.first", sample().with("first", new BigDecimal("1E+3"))))
        .isEqualTo(new Wish.Put(new Value.Text("1000")));
    assertThat(wish("member.first", sample().with("first", true)))
        .isEqualTo(new Wish.Put(new Value.Text("true")));
    assertThat(wish("member.first", sample().with("first", 9007199254740993L)))
        .isEqualTo(new Wish.Put(new Value.Text("9007199254740993")));
  }

  @Test
  void a_whole_number_beyond_64_bits_asks_to_be_declared_as_text() {
    var row = sample().with("grade", new BigInteger("9223372036854775808"));

    assertThat(ready("member.grade", row).wanted().warnings())
        .containsExactly(
            "custom_attributes.a is left alone: the column grade holds a number beyond 64 bits; declare it as text.");
  }

  @Test
  void a_joined_row_that_its_condition_refuses_is_not_there() {
    var open = sample().with("club", Map.of("name", "Chess", "open", true));
    var closed = sample().with("club", Map.of("name", "Chess", "open", false));
    var unsaid = sample().with("club", Map.of("name", "Chess"));

    assertThat(wish("member.club.name", open)).isEqualTo(new Wish.Put(new Value.Text("Chess")));
    assertThat(wish("member.club.name", closed)).isEqualTo(new Wish.Clear());
    assertThat(wish("member.club.name", unsaid)).isEqualTo(new Wish.Clear());
  }

  @Test
  void a_condition_that_cannot_be_judged_leaves_the_field_alone() {
    var row = sample().with("club", Map.of("name", "Chess", "open", "perhaps"));

    assertThat(ready("member.club.name", row).wanted().warnings())
        .containsExactly(
            "custom_attributes.a is left alone: the column open does not hold boolean, as the settings declare it.");
  }

  @Test
  void joined_rows_are_counted_as_the_condition_says_on_each_day() {
    var projection = Profiles.attribute("size(member.offices)");
    var member = sample().member();

    assertThat(count(projection.project(member, TODAY))).isEqualTo("2");
    assertThat(count(projection.project(member, LocalDate.of(2026, 2, 1)))).isEqualTo("1");
    assertThat(count(projection.project(member, LocalDate.of(2020, 1, 1)))).isEqualTo("3");
  }

  private static String count(Projected projected) {
    return ((Ready) projected).wanted().shown(A);
  }

  @Test
  void a_code_without_a_name_is_told_whoever_asks() {
    var one = ready("named('Q', 'offices')", sample());
    var many = ready("join(names(['Z', 'Q', 'VP', 'Z'], 'offices'), ',')", sample());

    assertThat(one.wanted().shown(A)).isEqualTo("Q");
    assertThat(one.unknown()).containsExactly(new UnknownCode("offices", "Q"));
    assertThat(many.wanted().shown(A)).isEqualTo("Vice President,Q,Z");
    assertThat(many.unknown())
        .containsExactly(new UnknownCode("offices", "Z"), new UnknownCode("offices", "Q"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 / 0 > 0 ? 'a' : 'b'", "required(member.first, 'none')"})
  void an_e_mail_or_an_external_id_that_cannot_be_made_skips_the_member(String expression) {
    var text = Profiles.text("").text();
    var email = text.replace("email: member.email", "email: " + Profiles.quoted(expression));
    var id = text.replace("external_id: member.id", "external_id: " + Profiles.quoted(expression));

    assertThat(((Skipped) project(email)).reason())
        .startsWith("The e-mail address cannot be made: ");
    assertThat(((Skipped) project(email)).email()).isEmpty();
    assertThat(((Skipped) project(id)).reason()).startsWith("The external id cannot be made: ");
    assertThat(((Skipped) project(id)).email()).isEqualTo("bo@example.org");
  }

  @Test
  void an_external_id_may_be_a_whole_number_and_not_longer_than_intercom_keeps() {
    var text = Profiles.text("").text();
    var number = text.replace("external_id: member.id", "external_id: member.grade");

    assertThat(((Ready) project(number)).wanted().shown(FieldName.EXTERNAL_ID)).isEqualTo("2");
    assertThat(projectId("x".repeat(255))).isInstanceOf(Ready.class);
    assertThat(projectId("x".repeat(256)))
        .isEqualTo(
            new Skipped(
                sample().member().id(),
                "bo@example.org",
                "The external id is longer than 255 characters."));
  }

  private static Projected projectId(String id) {
    return Profiles.attribute("today").project(sample().with("id", id).member(), TODAY);
  }

  private static Projected project(String text) {
    return SyncDefinition.read(
            new org.rollcall.settings.SettingsText("rollcall.yaml", text), Profiles.ENVIRONMENT)
        .projection()
        .project(sample().member(), TODAY);
  }

  private static Wish wish(String expression, Person person) {
    return ready(expression, person).wanted().wish(A);
  }

  private static Ready ready(String expression, Person person) {
    return (Ready) Profiles.attribute(expression).project(person.member(), TODAY);
  }

  private static Person sample() {
    return Person.small()
        .with("status", "Active")
        .with("grade", 2L)
        .with("dues", new BigDecimal("12.50"))
        .with("ok", true)
        .with("since", "2020-05-01")
        .with("first", null)
        .with("region", region())
        .with("club", null)
        .with(
            "offices",
            List.of(
                office("VP", "2026-01-31", 2), office("P", null, 1), office("S", "2025-12-31", 2)));
  }

  private static Map<String, @Nullable Object> region() {
    var region = new HashMap<String, @Nullable Object>();
    region.put("code", "GL");
    region.put("size", null);
    return region;
  }

  private static Map<String, @Nullable Object> office(
      String code, @Nullable String ended, long weight) {
    var office = new HashMap<String, @Nullable Object>();
    office.put("code", code);
    office.put("ended", ended);
    office.put("weight", weight);
    return office;
  }
}
