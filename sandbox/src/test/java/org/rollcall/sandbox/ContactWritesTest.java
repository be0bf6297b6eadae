package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactWritesTest {
  private static final String ANN =
      "{'role':'user','external_id':'1001','email':'Ann@example.org','name':'Ann',"
          + "'phone':'+1 (202) 555-0101','custom_attributes':{'region':'GL'},'surprise':1}";

  @Test
  void a_created_contact_comes_back_whole() {
    var wire = Wire.to();

    var made = wire.post(200, "/contacts", ANN);

    assertThat(made).isEqualTo(wire.get(200, "/contacts/" + made.path("id").stringValue()));
    assertThat(made.path("role").stringValue()).isEqualTo("user");
    assertThat(made.path("external_id").stringValue()).isEqualTo("1001");
    assertThat(made.path("email").stringValue()).isEqualTo("Ann@example.org");
    assertThat(made.path("phone").stringValue()).isEqualTo("+12025550101");
    assertThat(made.path("workspace_id").stringValue()).isEqualTo("sandbox");
    assertThat(made.path("created_at").longValue()).isEqualTo(Wire.START.getEpochSecond());
    assertThat(made.path("custom_attributes")).isEqualTo(Wire.JSON.readTree("{\"region\":\"GL\"}"));
    assertThat(made.has("surprise")).isFalse();
  }

  @Test
  void a_second_user_with_the_external_id_conflicts_and_the_message_names_the_first() {
    var wire = Wire.to();
    var first = wire.create(ANN);

    assertThat(Wire.error(wire.post(409, "/contacts", "{'external_id':'1001'}")))
        .isEqualTo("conflict: A contact matching those details already exists with id=" + first);
  }

  @Test
  void an_archived_user_still_conflicts_and_the_message_says_so() {
    var wire = Wire.to();
    var first = wire.create(ANN);
    wire.post(200, "/contacts/" + first + "/archive", "{}");

    assertThat(Wire.error(wire.post(409, "/contacts", ANN)))
        .isEqualTo(
            "conflict: An archived contact matching those details already exists with id=" + first);
  }

  @Test
  void a_conflict_may_keep_the_id_to_itself() {
    var wire = Wire.to(OpenQuestion.ConflictText.WITHOUT_ID);
    wire.create(ANN);

    assertThat(Wire.error(wire.post(409, "/contacts", ANN)))
        .isEqualTo("conflict: A contact matching those details already exists");
  }

  @Test
  void a_known_email_with_a_new_external_id_conflicts_or_makes_a_second_user() {
    var other = "{'external_id':'2002','email':'ann@EXAMPLE.org'}";
    var conflicting = Wire.to(OpenQuestion.KnownEmail.CONFLICT);
    var doubling = Wire.to(OpenQuestion.KnownEmail.SECOND_USER);
    conflicting.create(ANN);
    doubling.create(ANN);

    conflicting.post(409, "/contacts", other);
    doubling.post(200, "/contacts", other);

    assertThat(doubling.world.withEmail("ann@example.org")).hasSize(2);
  }

  @Test
  void a_known_email_without_external_id_conflicts_always() {
    var wire = Wire.to(OpenQuestion.KnownEmail.SECOND_USER);
    wire.create(ANN);

    wire.post(409, "/contacts", "{'email':'ann@example.org'}");
  }

  @Test
  void leads_stand_in_nobodys_way_and_get_an_external_id_of_their_own() {
    var wire = Wire.to();
    wire.create(ANN);

    var lead =
        wire.post(200, "/contacts", "{'role':'lead','external_id':'x','email':'ann@example.org'}");

    assertThat(lead.path("role").stringValue()).isEqualTo("lead");
    assertThat(lead.path("external_id").stringValue()).hasSize(36);
    wire.get(404, "/contacts/find_by_external_id/" + lead.path("external_id").stringValue());
  }

  @Test
  void an_update_changes_what_it_names_and_null_clears() {
    var wire = Wire.to();
    var id = wire.create(ANN);

    var changed =
        wire.put(
            200,
            id,
            "{'name':null,'external_id':null,'custom_attributes':{'region':null,'facility':'ORD'}}");

    assertThat(changed.path("name").isNull()).isTrue();
    assertThat(changed.path("external_id").stringValue()).isEqualTo("1001");
    assertThat(changed.path("email").stringValue()).isEqualTo("Ann@example.org");
    assertThat(changed.path("custom_attributes"))
        .isEqualTo(Wire.JSON.readTree("{\"facility\":\"ORD\",\"region\":null}"));
  }

  @Test
  void a_lead_becomes_a_user_but_a_user_never_a_lead() {
    var wire = Wire.to();
    var id = wire.create("{'role':'lead','email':'bo@example.org'}");

    var user = wire.put(200, id, "{'role':'user','external_id':'7'}");

    assertThat(user.path("role").stringValue()).isEqualTo("user");
    assertThat(user.path("external_id").stringValue()).isEqualTo("7");
    assertThat(Wire.error(wire.put(400, id, "{'role':'lead'}")))
        .isEqualTo("client_error: Contact with user role can't be converted to a lead");
  }

  @Test
  void an_update_may_not_take_an_active_users_external_id_but_an_archived_ones() {
    var wire = Wire.to();
    var ann = wire.create(ANN);
    var bob = wire.create("{'external_id':'2002','email':'bob@example.org'}");

    assertThat(Wire.error(wire.put(409, bob, "{'external_id':'1001'}"))).endsWith("id=" + ann);
    wire.post(200, "/contacts/" + ann + "/archive", "{}");
    wire.put(200, bob, "{'external_id':'1001'}");
  }

  @Test
  void two_users_may_come_to_share_an_email_by_an_update() {
    var wire = Wire.to();
    wire.create(ANN);
    var bob = wire.create("{'external_id':'2002','email':'bob@example.org'}");

    wire.put(200, bob, "{'email':'ann@example.org'}");

    assertThat(wire.world.withEmail("ann@example.org")).hasSize(2);
  }

  @Test
  void an_unknown_attribute_refuses_everything_and_an_archived_one_is_forgotten() {
    var wire = Wire.to();
    var id = wire.create(ANN);
    wire.json(200, "PUT", "/data_attributes/2", "{'archived':true}");

    assertThat(Wire.error(wire.put(400, id, "{'name':'Anna','custom_attributes':{'tier':'gold'}}")))
        .isEqualTo("parameter_invalid: Custom attribute 'tier' does not exist");
    wire.put(200, id, "{'custom_attributes':{'facility':'ORD'}}");

    var contact = wire.world.contact(id).orElseThrow();
    assertThat(contact.text("name")).contains("Ann");
    assertThat(contact.attributes()).doesNotContainKey("facility");
  }

  @ParameterizedTest
  @CsvSource({"REFUSED_400,400,", "REFUSED_422,422,", "KEPT,200,call me", "DROPPED,200,"})
  void a_phone_that_is_none(OpenQuestion.BadPhone choice, int status, String kept) {
    var wire = Wire.to(choice);
    var id = wire.create("{'external_id':'1'}");

    wire.put(status, id, "{'phone':'call me'}");

    assertThat(wire.world.contact(id).orElseThrow().text("phone").orElse(null)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({"REFUSED_400,400,0", "REFUSED_422,422,0", "CUT,200,255", "KEPT,200,300"})
  void a_text_that_is_too_long(OpenQuestion.LongText choice, int status, int kept) {
    var wire = Wire.to(choice);
    var id = wire.create("{'external_id':'1'}");

    wire.put(status, id, "{'custom_attributes':{'region':'" + "x".repeat(300) + "'}}");

    var region = wire.world.contact(id).orElseThrow().attributes().get("region");
    assertThat(region == null ? 0 : region.toString().length()).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({"REFUSED_400,400", "REFUSED_422,422"})
  void a_value_of_another_type_is_refused(OpenQuestion.WrongType choice, int status) {
    var wire = Wire.to(choice);
    wire.post(200, "/data_attributes", "{'name':'age','model':'contact','data_type':'integer'}");

    wire.post(status, "/contacts", "{'external_id':'1','custom_attributes':{'age':'old'}}");
    wire.post(200, "/contacts", "{'external_id':'1','custom_attributes':{'age':9007199254740993}}");

    assertThat(wire.world.withExternalId("1").getFirst().attributes())
        .containsEntry("age", 9007199254740993L);
  }

  @Test
  void letters_of_an_email_are_kept_or_lowered() {
    var kept = Wire.to(OpenQuestion.EmailCase.KEPT).post(200, "/contacts", ANN);
    var lowered = Wire.to(OpenQuestion.EmailCase.LOWERED).post(200, "/contacts", ANN);

    assertThat(kept.path("email").stringValue()).isEqualTo("Ann@example.org");
    assertThat(lowered.path("email").stringValue()).isEqualTo("ann@example.org");
  }

  @Test
  void a_body_that_says_nobody_or_nothing_is_refused() {
    var wire = Wire.to();

    wire.post(400, "/contacts", "{'name':'Nobody'}");
    assertThat(Wire.error(wire.post(400, "/contacts", "{'name':")))
        .isEqualTo("parameter_invalid: malformed JSON");
    wire.post(400, "/contacts", "{'email':'no address'}");
    wire.post(400, "/contacts", "{'external_id':'1','owner_id':'12'}");
    wire.post(400, "/contacts", "{'external_id':'1','email_verified':true}");
    assertThat(wire.world.contacts()).isEmpty();
  }
}
