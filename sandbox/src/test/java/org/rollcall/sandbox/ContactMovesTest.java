package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContactMovesTest {
  private static final String ANN = "{'external_id':'1001','email':'ann@example.org'}";

  @Test
  void an_archived_contact_is_nowhere_to_be_seen_and_comes_back_by_id() {
    var wire = Wire.to();
    var id = wire.create(ANN);

    var archived = wire.post(200, "/contacts/" + id + "/archive", "{}");

    assertThat(archived)
        .isEqualTo(
            Wire.JSON.readTree(
                "{\"type\":\"contact\",\"id\":\"%s\",\"external_id\":\"1001\",\"archived\":true}"
                    .formatted(id)));
    assertThat(Wire.error(wire.get(404, "/contacts/" + id))).isEqualTo("not_found: User Not Found");
    wire.get(404, "/contacts/find_by_external_id/1001");
    wire.put(404, id, "{'name':'Ann'}");
    wire.post(404, "/contacts/" + id + "/archive", "{}");
    assertThat(wire.get(200, "/contacts").path("data")).isEmpty();

    var restored = wire.post(200, "/contacts/" + id + "/unarchive", "{}");
    assertThat(restored.path("archived").booleanValue()).isFalse();
    wire.get(200, "/contacts/" + id);
  }

  @Test
  void a_blocked_contact_must_be_unblocked_before_it_comes_back() {
    var wire = Wire.to();
    var id = wire.create(ANN);
    wire.post(200, "/contacts/" + id + "/block", "{}");

    assertThat(Wire.error(wire.post(409, "/contacts", ANN))).contains("An archived contact");
    assertThat(Wire.error(wire.post(400, "/contacts/" + id + "/unarchive", "{}")))
        .startsWith("not_restorable: ");
    wire.post(200, "/contacts/" + id + "/unblock", "{}");
    wire.post(200, "/contacts/" + id + "/unarchive", "{}");
    wire.get(200, "/contacts/" + id);
  }

  @Test
  void unblocking_may_not_exist_and_a_blocked_one_may_be_refused_anew() {
    var wire =
        Wire.to(
            OpenQuestion.UnblockCall.MISSING,
            OpenQuestion.RestoreBlocked.REFUSED_422,
            OpenQuestion.RecreateBlocked.NOT_RESTORABLE);
    var id = wire.create(ANN);
    wire.post(200, "/contacts/" + id + "/block", "{}");

    wire.post(404, "/contacts/" + id + "/unblock", "{}");
    wire.post(422, "/contacts/" + id + "/unarchive", "{}");
    assertThat(Wire.error(wire.post(400, "/contacts", ANN))).startsWith("not_restorable: ");
  }

  @Test
  void a_deleted_contact_keeps_its_external_id_and_never_comes_back() {
    var wire = Wire.to();
    var id = wire.create(ANN);
    wire.json(200, "DELETE", "/contacts/" + id, "");

    assertThat(Wire.error(wire.post(409, "/contacts", ANN))).contains("An archived contact");
    assertThat(Wire.error(wire.post(400, "/contacts/" + id + "/unarchive", "{}")))
        .isEqualTo(
            "bad_request: User has been marked for permanent deletion and is not restorable.");
  }

  @Test
  void restoring_a_deleted_contact_may_be_a_server_error() {
    var wire = Wire.to(OpenQuestion.RestoreDoomed.SERVER_ERROR);
    var id = wire.create(ANN);
    wire.json(200, "DELETE", "/contacts/" + id, "");

    assertThat(Wire.error(wire.post(500, "/contacts/" + id + "/unarchive", "{}")))
        .isEqualTo("server_error: Server Error");
  }

  @Test
  void a_contact_whose_external_id_was_taken_meanwhile_stays_archived() {
    var wire = Wire.to();
    var ann = wire.create(ANN);
    wire.post(200, "/contacts/" + ann + "/archive", "{}");
    var bob = wire.create("{'external_id':'2002'}");
    wire.put(200, bob, "{'external_id':'1001'}");

    assertThat(Wire.error(wire.post(409, "/contacts/" + ann + "/unarchive", "{}")))
        .endsWith("id=" + bob);
  }

  @Test
  void a_merged_lead_points_to_its_user() {
    var wire = Wire.to();
    var user = wire.create(ANN);
    var lead = wire.create("{'role':'lead','email':'ANN@example.org','phone':'+12025550101'}");

    var merged =
        wire.post(200, "/contacts/merge", "{'from':'%s','into':'%s'}".formatted(lead, user));

    assertThat(merged.path("phone").stringValue()).isEqualTo("+12025550101");
    var gone = wire.answer("GET", "/contacts/" + lead, "");
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.headers()).containsEntry("Link", "</contacts/" + user + ">; rel=\"canonical\"");
    assertThat(Wire.error(wire.post(400, "/contacts/" + lead + "/unarchive", "{}")))
        .isEqualTo("bad_request: User has been merged and is not restorable.");
    wire.header("Intercom-Version", "2.15").get(404, "/contacts/" + lead);
  }

  @Test
  void strangers_and_two_users_are_not_merged() {
    var wire = Wire.to();
    var user = wire.create(ANN);
    var other = wire.create("{'external_id':'2002'}");
    var lead = wire.create("{'role':'lead','email':'lee@example.org'}");
    var strangers = "{'from':'%s','into':'%s'}".formatted(lead, user);

    assertThat(Wire.error(wire.post(400, "/contacts/merge", strangers)))
        .startsWith("invalid_merge: Contacts can only be merged when they are duplicates");
    wire.post(400, "/contacts/merge", "{'from':'%s','into':'%s'}".formatted(other, user));
    wire.post(200, "/contacts/merge", strangers.replace("}", ",'skip_duplicate_validation':true}"));
  }
}
