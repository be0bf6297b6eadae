package org.rollcall.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Role;
import org.rollcall.model.Value;
import tools.jackson.databind.JsonNode;

class ContactJsonTest {
  private static final FieldName REGION = FieldName.attribute("region");
  private static final FieldName POINTS = FieldName.attribute("points");
  private static final FieldName ACTIVE = FieldName.attribute("active");
  private static final FieldName OWNER = new FieldName("owner_id");
  private static final FieldName AVATAR = new FieldName("avatar");
  private static final FieldName SIGNED_UP = new FieldName("signed_up_at");

  private final ContactJson json =
      new ContactJson(Set.of(REGION, POINTS, ACTIVE, OWNER, AVATAR, SIGNED_UP));

  @Test
  void a_whole_contact_is_read_field_by_field() {
    var contact =
        read(
            """
            {"type":"contact","id":"654b","workspace_id":"ecahpwf5","external_id":"1001","role":"user",
             "email":"Ann@Example.org","email_domain":"example.org","phone":"+12025550123","name":" Ann ",
             "avatar":{"type":"avatar","image_url":"https://example.org/a.png"},"owner_id":"127",
             "created_at":1699442847,"signed_up_at":1699442847000,
             "custom_attributes":{"region":"GL","points":1.50,"active":false,"secret":"unasked"},
             "tags":{"type":"list","data":[{"id":"1"}],"has_more":true},"something_new":{"a":[1,2,{}]}}\
            """);
    assertThat(contact.id().value()).isEqualTo("654b");
    assertThat(contact.createdAt()).isEqualTo(1_699_442_847);
    assertThat(contact.role()).isEqualTo(Role.USER);
    assertThat(contact.profile().values())
        .containsOnly(
            entry(FieldName.ROLE, new Value.Text("user")),
            entry(FieldName.EXTERNAL_ID, new Value.Text("1001")),
            entry(FieldName.EMAIL, new Value.Email("ann@example.org")),
            entry(FieldName.NAME, new Value.Text("Ann")),
            entry(FieldName.PHONE, new Value.Text("+12025550123")),
            entry(REGION, new Value.Text("GL")),
            entry(POINTS, new Value.Numeric(new BigDecimal("1.5"))),
            entry(ACTIVE, new Value.Flag(false)),
            entry(OWNER, new Value.Text("127")),
            entry(AVATAR, new Value.Text("https://example.org/a.png")),
            entry(SIGNED_UP, new Value.Numeric(new BigDecimal("1699442847000"))));
  }

  @ParameterizedTest
  @CsvSource({
    "1699442847, 1699442847",
    "1699442847000, 1699442847",
    "null, 0",
    "0, 0",
    "-1, 0",
    "[], 0"
  })
  void when_somebody_was_seen_last_is_read_in_seconds(String written, long seconds) {
    var contact = read("{\"id\":\"654b\",\"last_seen_at\":" + written + "}");
    assertThat(contact.lastSeenAt()).isEqualTo(seconds);
    assertThat(contact.profile()).isEqualTo(read("{\"id\":\"654b\"}").profile());
  }

  @Test
  void empty_null_blank_and_absent_are_the_same() {
    var contact =
        read(
            """
            {"id":"654b","external_id":"","email":"","name":null,"phone":"  ","avatar":null,"owner_id":null,
             "custom_attributes":{"region":null}}\
            """);
    assertThat(contact.profile()).isEqualTo(read("{\"id\":\"654b\"}").profile());
    assertThat(contact.externalId()).isEmpty();
    assertThat(contact.emailKey()).isEmpty();
  }

  @Test
  void fields_of_an_unforeseen_shape_spoil_nothing() {
    var contact =
        read(
            """
            {"id":654,"external_id":1001,"email":7,"name":["a"],"phone":{"a":1},"avatar":"https://example.org/b.png",
             "owner_id":127,"created_at":"1699442847","custom_attributes":[],"role":"admin"}\
            """);
    assertThat(contact.id().value()).isEqualTo("654");
    assertThat(contact.externalId()).contains("1001");
    assertThat(contact.createdAt()).isEqualTo(1_699_442_847);
    assertThat(contact.profile().get(OWNER)).contains(new Value.Text("127"));
    assertThat(contact.profile().get(AVATAR)).contains(new Value.Text("https://example.org/b.png"));
    assertThat(contact.profile().get(FieldName.NAME)).isEmpty();
    assertThat(contact.profile().get(FieldName.PHONE)).isEmpty();
  }

  @Test
  void a_number_beyond_all_bounds_is_text_and_spoils_nothing_else() {
    var contact =
        read(
            """
            {"type":"contact","id":"654b","created_at":1e999999999,"owner_id":1e999999999,
             "custom_attributes":{"points":1e999999999,"region":"GL"}}\
            """);
    assertThat(contact.profile().shown(POINTS)).isEqualTo("1e999999999");
    assertThat(contact.profile().shown(OWNER)).isEqualTo("1e999999999");
    assertThat(contact.profile().shown(REGION)).isEqualTo("GL");
    assertThat(contact.createdAt()).isZero();
  }

  @Test
  void an_id_of_thousands_of_letters_is_no_contact() {
    var text = "{\"type\":\"contact\",\"id\":\"%s\"}".formatted("a".repeat(70_000));
    assertThat(json.contact(Json.read(text).orElseThrow())).isEmpty();
  }

  @Test
  void times_and_numbers_keep_every_digit() {
    var contact =
        read(
            """
            {"id":"654b","created_at":9007199254740993,"custom_attributes":{"points":123456789012345678901234567890.5}}\
            """);
    assertThat(contact.createdAt()).isEqualTo(9_007_199_254_740_993L);
    assertThat(contact.profile().get(POINTS))
        .contains(new Value.Numeric(new BigDecimal("123456789012345678901234567890.5")));
  }

  @Test
  void a_number_is_the_same_however_it_is_written() {
    assertThat(read("{\"id\":\"a\",\"custom_attributes\":{\"points\":1}}"))
        .isEqualTo(read("{\"id\":\"a\",\"custom_attributes\":{\"points\":1.0}}"));
  }

  @Test
  void what_has_no_id_or_is_another_thing_is_no_contact() {
    assertThat(json.contact(parsed("{\"type\":\"contact\"}"))).isEmpty();
    assertThat(json.contact(parsed("{\"type\":\"contact\",\"id\":\"\"}"))).isEmpty();
    assertThat(json.contact(parsed("{\"type\":\"admin\",\"id\":\"1\"}"))).isEmpty();
  }

  private Contact read(String text) {
    return json.contact(parsed(text)).orElseThrow();
  }

  private static JsonNode parsed(String text) {
    return Json.read(text).orElseThrow();
  }

  private static Map.Entry<FieldName, Value> entry(FieldName field, Value value) {
    return Map.entry(field, value);
  }
}
