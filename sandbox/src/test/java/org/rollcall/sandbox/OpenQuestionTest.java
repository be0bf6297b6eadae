package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The answers to open questions that the tests of the single calls do not cover.
class OpenQuestionTest {
  private static final String ANN = "{'external_id':'1001','email':'ann@example.org'}";
  private static final String BOB = "{'external_id':'2002','email':'bob@example.org'}";

  private static @Nullable String fieldOf(Wire wire, String id, String field) {
    return wire.world.contact(id).orElseThrow().text(field).orElse(null);
  }

  @Test
  void an_external_id_that_is_taken_may_be_ignored_in_an_update() {
    var wire = Wire.to(OpenQuestion.PutTakenExternalId.IGNORED);
    wire.create(ANN);
    var bob = wire.create(BOB);

    wire.put(200, bob, "{'external_id':'1001','name':'Bob'}");

    assertThat(fieldOf(wire, bob, "external_id")).isEqualTo("2002");
    assertThat(fieldOf(wire, bob, "name")).isEqualTo("Bob");
  }

  @Test
  void a_known_email_may_conflict_in_an_update_but_ones_own_never() {
    var wire = Wire.to(OpenQuestion.PutKnownEmail.CONFLICT);
    var ann = wire.create(ANN);
    var bob = wire.create(BOB);

    assertThat(Wire.error(wire.put(409, bob, "{'email':'ANN@example.org'}"))).endsWith("id=" + ann);
    wire.put(200, ann, "{'email':'ANN@example.org'}");
  }

  @Test
  void a_contact_may_be_restored_beside_the_one_that_took_its_external_id() {
    var wire = Wire.to(OpenQuestion.RestoreTakenExternalId.ALLOWED);
    var ann = wire.create(ANN);
    wire.post(200, "/contacts/" + ann + "/archive", "{}");
    wire.put(200, wire.create(BOB), "{'external_id':'1001'}");

    wire.post(200, "/contacts/" + ann + "/unarchive", "{}");

    assertThat(wire.world.withExternalId("1001")).hasSize(2).allMatch(StoredContact::isActive);
  }

  @ParameterizedTest
  @CsvSource({"REFUSED_400,400,", "REFUSED_422,422,", "KEPT,200,tin", "DROPPED,200,"})
  void a_value_that_is_no_option(OpenQuestion.UnlistedOption choice, int status, String kept) {
    var wire = Wire.to(choice);
    wire.post(
        200,
        "/data_attributes",
        "{'name':'tier','data_type':'options','options':[{'value':'gold'},{'value':'basic'}]}");
    var id = wire.create(ANN);

    wire.put(status, id, "{'custom_attributes':{'tier':'tin'}}");

    assertThat(wire.world.contact(id).orElseThrow().attributes().get("tier")).isEqualTo(kept);
  }

  @Test
  void an_unknown_attribute_may_be_a_422() {
    Wire.to(OpenQuestion.UnknownAttribute.REFUSED_422)
        .post(422, "/contacts", "{'external_id':'1','custom_attributes':{'tier':'tin'}}");
  }

  @ParameterizedTest
  @CsvSource({"KEPT,''", "CLEARS,"})
  void an_empty_text_is_kept_or_clears(OpenQuestion.EmptyText choice, String kept) {
    var wire = Wire.to(choice);
    var id = wire.create("{'external_id':'1','name':'Ann'}");

    wire.put(200, id, "{'name':''}");

    assertThat(fieldOf(wire, id, "name")).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({"ACCEPTED,200", "REFUSED,400"})
  void an_attribute_of_a_lead_is_cleared(OpenQuestion.NullOnLead choice, int status) {
    var wire = Wire.to(choice);
    var lead = wire.create("{'role':'lead','email':'lee@example.org'}");
    var user = wire.create(ANN);

    wire.put(status, lead, "{'custom_attributes':{'region':null}}");
    wire.put(200, user, "{'custom_attributes':{'region':null}}");
  }

  @ParameterizedTest
  @CsvSource({"MISSING,404", "ACCEPTED,200"})
  void an_archived_contact_is_archived_again(OpenQuestion.ArchiveAgain choice, int status) {
    var wire = Wire.to(choice);
    var id = wire.create(ANN);
    wire.post(200, "/contacts/" + id + "/archive", "{}");

    wire.post(status, "/contacts/" + id + "/archive", "{}");
  }

  @ParameterizedTest
  @CsvSource({"ACCEPTED,200", "MISSING,404"})
  void an_active_contact_is_unarchived(OpenQuestion.UnarchiveActive choice, int status) {
    var wire = Wire.to(choice);

    wire.post(status, "/contacts/" + wire.create(ANN) + "/unarchive", "{}");
  }

  @ParameterizedTest
  @CsvSource({"GONE,410", "MISSING,404"})
  void a_merged_contact_is_read(OpenQuestion.MergedLookup choice, int status) {
    var wire = Wire.to(choice);
    var user = wire.create(ANN);
    var lead = wire.create("{'role':'lead','email':'ann@example.org'}");
    wire.post(200, "/contacts/merge", "{'from':'%s','into':'%s'}".formatted(lead, user));

    wire.get(status, "/contacts/" + lead);
  }
}
