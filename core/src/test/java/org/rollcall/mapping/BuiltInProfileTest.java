package org.rollcall.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.mapping.Projected.Ready;
import org.rollcall.mapping.Projected.Skipped;
import org.rollcall.mapping.Projected.UnknownCode;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Value;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;

/// Acceptance row M1: every field of the contact in the first user's profile, once codes have
/// names.
class BuiltInProfileTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
  private static final Projection PROJECTION = Profiles.named();
  private static final FieldName MEMBER_TYPE = FieldName.attribute("member_type");
  private static final FieldName REGION = FieldName.attribute("region");
  private static final FieldName FACILITY = FieldName.attribute("facility");
  private static final FieldName POSITIONS = FieldName.attribute("positions");
  private static final Wish LEAVE = new Wish.Leave();
  private static final Wish CLEAR = new Wish.Clear();

  @Test
  void m1_an_ordinary_member_has_every_field() {
    var ready = ready(Person.ordinary().holding("PRES", "AREP"));

    assertThat(ready.wanted())
        .isEqualTo(
            new Wanted(
                new MemberId("20001"),
                new TreeMap<>(
                    Map.of(
                        FieldName.ROLE,
                        put("user"),
                        FieldName.EXTERNAL_ID,
                        put("20001"),
                        FieldName.EMAIL,
                        new Wish.Put(new Value.Email("ana@example.org")),
                        FieldName.NAME,
                        put("Ana Diaz"),
                        FieldName.PHONE,
                        put("+12025550123"),
                        MEMBER_TYPE,
                        put("Current Member"),
                        REGION,
                        put("GL"),
                        FACILITY,
                        put("ZAU"),
                        POSITIONS,
                        put("Facility President, Area Representative"))),
                List.of()));
    assertThat(ready.unknown()).isEmpty();
  }

  @Test
  void m1_a_retired_member_is_of_no_region_and_of_one_type_whatever_the_row_says() {
    var wanted =
        wanted(
            Person.ordinary()
                .with("status", "Retired")
                .with("type", null)
                .with("region", null)
                .holding("SEC"));

    assertThat(wanted.shown(MEMBER_TYPE)).isEqualTo("Retired Member");
    assertThat(wanted.shown(REGION)).isEqualTo("RNAV");
    assertThat(wanted.shown(FACILITY)).isEqualTo("RNAV");
    assertThat(wanted.shown(POSITIONS)).isEqualTo("Facility Secretary");
    assertThat(wanted.warnings()).isEmpty();
  }

  @Test
  void m1_without_a_region_or_a_facility_the_attributes_are_emptied() {
    var wanted = wanted(Person.ordinary().with("region", null).with("facility", codeless()));

    assertThat(wanted.wish(REGION)).isEqualTo(CLEAR);
    assertThat(wanted.wish(FACILITY)).isEqualTo(CLEAR);
    assertThat(wanted.wish(POSITIONS)).isEqualTo(CLEAR);
    assertThat(wanted.warnings()).isEmpty();
  }

  private static Map<String, @Nullable Object> codeless() {
    return Collections.singletonMap("code", null);
  }

  @Test
  void m1_an_unknown_member_type_is_reported_and_never_defaulted() {
    for (var type : new @Nullable Object[] {null, Map.of(), Map.of("type_name", " ")}) {
      var wanted = wanted(Person.ordinary().with("type", type));

      assertThat(wanted.wish(MEMBER_TYPE)).isEqualTo(LEAVE);
      assertThat(wanted.warnings())
          .containsExactly(
              "custom_attributes.member_type is left alone: the roster has no name for the member type.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "Ana        | Diaz      | Ana Diaz",
        "-          | Diaz      | Diaz",
        "Ana        | -         | Ana",
        "'  Ana  '  | ' Diaz'   | Ana Diaz",
        "'Ana\t\nM' | 'de\u00a0 la  Cruz' | Ana M de la Cruz",
        "'A\u0000na\u0007' | D\u200biaz\ufeff | Ana Diaz",
        "עדה        | לב        | עדה לב",
        "👩‍🚀 Ana     | 🇺🇸       | 👩‍🚀 Ana 🇺🇸",
      })
  void m1_the_name_is_first_and_last_with_one_blank(
      @Nullable String first, @Nullable String last, String name) {
    var wanted = wanted(Person.ordinary().with("firstname", first).with("lastname", last));

    assertThat(wanted.wish(FieldName.NAME)).isEqualTo(put(name));
    assertThat(wanted.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060,
        0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF
      })
  void what_nobody_sees_reaches_no_contact_and_is_told_of_the_address(int hidden) {
    var mark = Character.toString(hidden);
    var wanted =
        wanted(
            Person.ordinary()
                .with("firstname", mark + "A" + mark + "na")
                .with("email", "an" + mark + "a@example.org" + mark));
    assertThat(wanted.shown(FieldName.NAME)).startsWith("Ana ");
    assertThat(wanted.shown(FieldName.EMAIL)).isEqualTo("ana@example.org");
    assertThat(wanted.warnings())
        .containsExactly(
            "email has characters that nobody sees, such as marks of direction; they were left out.");
  }

  @Test
  void a_member_without_any_name_keeps_the_one_they_have() {
    assertThat(
            wanted(Person.ordinary().with("firstname", " ").with("lastname", null))
                .wish(FieldName.NAME))
        .isEqualTo(LEAVE);
  }

  @ParameterizedTest
  @CsvSource({
    "(202) 555-0123, +12025550123",
    "202.555.0123, +12025550123",
    "12025550123, +12025550123",
    "+1 202 555 0123, +12025550123",
    "(202) 555-0123 ext. 44, +12025550123",
    "2025550123x9, +12025550123",
    "+44 20 7946 0018, +442079460018",
    "011 44 20 7946 0018, +442079460018",
  })
  void m1_a_valid_phone_number_is_e164(String phone, String expected) {
    var wanted = wanted(Person.ordinary().with("phone", phone));

    assertThat(wanted.wish(FieldName.PHONE)).isEqualTo(put(expected));
    assertThat(wanted.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "555-0123", "none", "(000) 000-0000", "+999 1", "😀"})
  void m1_a_phone_number_that_is_not_valid_leaves_the_field_alone_and_warns(String phone) {
    var wanted = wanted(Person.ordinary().with("phone", phone));

    assertThat(wanted.wish(FieldName.PHONE)).isEqualTo(LEAVE);
    assertThat(wanted.warnings())
        .containsExactly(
            "phone is left alone: the roster's phone number is not valid (region US).");
  }

  @Test
  void m1_no_phone_number_is_no_reason_to_warn() {
    for (var phone : new @Nullable String[] {null, "", "  "}) {
      var wanted = wanted(Person.ordinary().with("phone", phone));

      assertThat(wanted.wish(FieldName.PHONE)).isEqualTo(LEAVE);
      assertThat(wanted.warnings()).isEmpty();
    }
  }

  @Test
  void m1_positions_are_those_that_have_not_ended() {
    var wanted =
        wanted(
            Person.ordinary()
                .holdingUntil("PRES", "2026-01-30")
                .holdingUntil("TREAS", "2026-01-31")
                .holdingUntil("SEC", "2026-02-01")
                .holdingUntil("AREP", null));

    assertThat(wanted.shown(POSITIONS))
        .isEqualTo("Facility Secretary, Facility Treasurer, Area Representative");
  }

  @Test
  void m1_positions_are_codes_or_names_each_once_in_the_order_of_the_vocabulary() {
    assertThat(shownPositions("AREP", "Facility President", " PRES ", "VP", "Area Representative"))
        .isEqualTo("Facility President, Facility Vice President, Area Representative");
    assertThat(shownPositions(null, "", "  ", "VP")).isEqualTo("Facility Vice President");
    assertThat(ready(Person.ordinary().holding("PRES", "Area Representative", " ")).unknown())
        .isEmpty();
  }

  private static String shownPositions(@Nullable String... codes) {
    return wanted(Person.ordinary().holding(codes)).shown(POSITIONS);
  }

  @Test
  void m1_a_code_without_a_name_stands_as_it_is_and_is_told_once() {
    var ready = ready(Person.ordinary().holding("ZZZ", "AREP", "AAA", "ZZZ"));

    assertThat(ready.wanted().shown(POSITIONS)).isEqualTo("Area Representative, AAA, ZZZ");
    assertThat(ready.wanted().warnings()).isEmpty();
    assertThat(ready.unknown())
        .containsExactlyInAnyOrder(
            new UnknownCode("positions", "ZZZ"), new UnknownCode("positions", "AAA"));
  }

  @Test
  void m1_the_profile_as_it_ships_names_no_code() {
    var shipped =
        (Ready)
            Profiles.builtIn()
                .project(Person.ordinary().holding("VP", "PRES", "VP").member(), TODAY);

    assertThat(shipped.wanted().shown(POSITIONS)).isEqualTo("PRES, VP");
    assertThat(shipped.unknown())
        .containsExactlyInAnyOrder(
            new UnknownCode("positions", "PRES"), new UnknownCode("positions", "VP"));
  }

  @Test
  void one_members_unknown_codes_are_not_anothers() {
    assertThat(ready(Person.ordinary().holding("ZZZ")).unknown()).hasSize(1);
    assertThat(ready(Person.ordinary().holding("AREP")).unknown()).isEmpty();
  }

  @Test
  void sixty_positions_are_cut_at_a_name_and_told() {
    var codes = IntStream.range(10, 70).mapToObj("OFFICE-%d"::formatted).toArray(String[]::new);
    var wanted = wanted(Person.ordinary().holding(codes));

    assertThat(wanted.shown(POSITIONS))
        .isEqualTo(
            IntStream.range(10, 33)
                .mapToObj("OFFICE-%d"::formatted)
                .collect(Collectors.joining(", ")));
    assertThat(wanted.warnings())
        .containsExactly("custom_attributes.positions is longer than 255 characters and was cut.");
  }

  @Test
  void a_name_of_three_hundred_characters_is_cut_and_told() {
    var wanted = wanted(Person.ordinary().with("firstname", "x".repeat(300)));

    assertThat(wanted.shown(FieldName.NAME)).isEqualTo("x".repeat(255));
    assertThat(wanted.warnings())
        .containsExactly("name is longer than 255 characters and was cut.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0042", "A-17/b", "9007199254740993", "123456789012345678901234567890"})
  void the_external_id_is_the_member_number_sign_for_sign(String number) {
    assertThat(wanted(Person.ordinary().with("membernumber", number)).shown(FieldName.EXTERNAL_ID))
        .isEqualTo(number);
  }

  @Test
  void a_member_number_that_came_as_a_number_keeps_every_digit() {
    for (var number :
        List.of(9007199254740993L, new java.math.BigInteger("123456789012345678901234567890"))) {
      assertThat(
              wanted(Person.ordinary().with("membernumber", number)).shown(FieldName.EXTERNAL_ID))
          .isEqualTo(number.toString());
    }
  }

  @Test
  void a_member_without_a_number_is_skipped() {
    assertThat(project(Person.ordinary().with("membernumber", " ")))
        .isEqualTo(
            new Skipped(
                new MemberId("20001"),
                "ana@example.org",
                "The roster has nothing for the external id."));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "-                  | ''                 | The roster has no e-mail address.",
        "'  '               | ''                 | The roster has no e-mail address.",
        "' ana '            | ana                | The roster's e-mail address has no @.",
        "a@b@example.org    | a@b@example.org    | The roster's e-mail address has more than one @.",
        "an a@example.org   | an a@example.org   | The roster's e-mail address has a blank in it.",
      })
  void an_e_mail_that_is_no_address_skips_the_member_with_the_reason(
      @Nullable String email, String shown, String reason) {
    assertThat(project(Person.ordinary().with("email", email)))
        .isEqualTo(new Skipped(new MemberId("20001"), shown, reason));
  }

  @Test
  void an_address_loses_the_blanks_around_it_and_keeps_its_capitals() {
    var wanted = wanted(Person.ordinary().with("email", "\u00a0 Ana@Example.ORG\t\ufeff"));

    assertThat(wanted.shown(FieldName.EMAIL)).isEqualTo("Ana@Example.ORG");
  }

  @Test
  void null_everywhere_skips_or_empties_and_never_fails() {
    var nobody = new Person();
    assertThat(project(nobody)).isInstanceOf(Skipped.class);

    var hardlyAnybody = new Person().with("membernumber", "1").with("email", "a@example.org");
    assertThat(wanted(hardlyAnybody).fields())
        .containsEntry(FieldName.NAME, LEAVE)
        .containsEntry(FieldName.PHONE, LEAVE)
        .containsEntry(MEMBER_TYPE, LEAVE)
        .containsEntry(REGION, CLEAR)
        .containsEntry(FACILITY, CLEAR)
        .containsEntry(POSITIONS, CLEAR)
        .hasSize(9);
  }

  @Test
  void m2_what_explains_a_contact_is_at_hand() {
    assertThat(PROJECTION.attributes())
        .containsExactly(
            Map.entry(FACILITY, ValueKind.TEXT),
            Map.entry(MEMBER_TYPE, ValueKind.TEXT),
            Map.entry(POSITIONS, ValueKind.TEXT),
            Map.entry(REGION, ValueKind.TEXT));
    assertThat(PROJECTION.expressions())
        .hasSize(8)
        .hasEntrySatisfying(
            FieldName.PHONE,
            expression -> assertThat(expression).hasToString("e164(member.phone, 'US')"));
  }

  private static Wish put(String text) {
    return new Wish.Put(new Value.Text(text));
  }

  private static Projected project(Person person) {
    return PROJECTION.project(person.member(), TODAY);
  }

  private static Ready ready(Person person) {
    return (Ready) project(person);
  }

  private static Wanted wanted(Person person) {
    return ready(person).wanted();
  }
}
