package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BulkTest {
  private static final String ANN = "{'external_id':'1001','email':'ann@example.org','odd':1}";
  private static final String BOB = "{'external_id':'1002','email':'bob@example.org'}";

  @Test
  void what_is_accepted_becomes_a_job_and_then_contacts() {
    var wire = newest();
    var job = bulk(wire, 202, ANN + "," + BOB);
    assertThat(job.path("state").stringValue()).isEqualTo("completed");
    assertThat(job.path("tasks").path(0).path("item_count").intValue()).isEqualTo(2);
    assertThat(wire.world.contacts()).hasSize(2).allMatch(StoredContact::isUser);
  }

  @Test
  void whoever_is_known_archived_or_not_is_passed_over() {
    var wire = newest();
    wire.post(200, "/contacts/" + wire.create(ANN) + "/archive", "{}");
    var job = bulk(wire, 202, "{'external_id':'9','email':'ANN@example.org'}," + ANN + "," + BOB);
    assertThat(job.path("state").stringValue()).isEqualTo("completed_with_errors");
    assertThat(wire.world.contacts()).hasSize(2);
    var silent = newest(OpenQuestion.BulkPassedOver.SILENT);
    silent.create(ANN);
    assertThat(bulk(silent, 202, ANN).path("state").stringValue()).isEqualTo("completed");
  }

  @Test
  void a_lead_is_never_passed_over_for_its_email() {
    var wire = newest();
    wire.create(ANN);
    bulk(wire, 202, "{'role':'lead','email':'ann@example.org'}");
    assertThat(wire.world.contacts()).hasSize(2);
  }

  @Test
  void older_versions_do_not_have_the_call() {
    assertThat(Wire.error(bulk(Wire.to(), 404, ANN))).startsWith("not_found");
    assertThat(Wire.error(bulk(Wire.to(OpenQuestion.BulkTooOld.REFUSED), 400, ANN)))
        .startsWith("intercom_version_invalid");
    bulk(Wire.to().header("Intercom-Version", "Preview"), 202, ANN);
  }

  @Test
  void no_more_than_a_hundred_are_taken_and_no_fewer_than_one() {
    var many =
        IntStream.rangeClosed(1, 101)
            .mapToObj("{'external_id':'%d'}"::formatted)
            .collect(Collectors.joining(","));
    assertThat(Wire.error(bulk(newest(), 422, many))).contains("maximum number of contacts");
    bulk(newest(), 422, "");
    bulk(newest(), 422, "7");
  }

  @Test
  void a_job_may_take_more_or_be_closed_or_unknown() {
    var wire = newest();
    var id = bulk(wire, 202, ANN).path("id").stringValue();
    var more =
        wire.post(202, "/contacts/bulk", "{'contacts':[%s],'job':{'id':'%s'}}".formatted(BOB, id));
    assertThat(more.path("tasks")).hasSize(2);
    assertThat(wire.get(200, "/contacts/bulk/" + id)).isEqualTo(more);
    wire.get(404, "/contacts/bulk/nope");
    wire.post(404, "/contacts/bulk", "{'contacts':[%s],'job':{'id':'nope'}}".formatted(BOB));
    var closed = newest(OpenQuestion.BulkAppend.CLOSED, OpenQuestion.BulkJobPage.MISSING);
    var first = bulk(closed, 202, ANN).path("id").stringValue();
    closed.post(403, "/contacts/bulk", "{'contacts':[%s],'job':{'id':'%s'}}".formatted(BOB, first));
    closed.get(404, "/contacts/bulk/" + first);
  }

  @Test
  void a_contact_that_cannot_be_taken_is_passed_over_or_spoils_the_call() {
    var bad = "{'external_id':'1003','custom_attributes':{'rank':'captain'}}";
    var wire = newest();
    bulk(wire, 202, ANN + "," + bad);
    assertThat(wire.world.contacts()).hasSize(1);
    var strict = newest(OpenQuestion.BulkBadItem.REFUSED_422);
    assertThat(Wire.error(bulk(strict, 422, ANN + "," + bad))).contains("rank");
    assertThat(strict.world.contacts()).isEmpty();
  }

  @Test
  void a_job_takes_its_time_and_its_contacts_are_listed_later_still() {
    var world = World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of());
    var behaviour =
        Behaviour.DEFAULT.withBulk(
            new Behaviour.Bulk(Duration.ofSeconds(5), Duration.ofSeconds(7), 2));
    var wire = Wire.to(world, behaviour).header("Intercom-Version", "2.17");
    var job = "/contacts/bulk/" + bulk(wire, 202, ANN + "," + BOB).path("id").stringValue();
    assertThat(wire.get(200, job).path("state").stringValue()).isEqualTo("pending");
    wire.pass(Duration.ofSeconds(5));
    assertThat(wire.get(200, job).path("state").stringValue()).isEqualTo("completed_with_errors");
    assertThat(wire.get(200, "/contacts").path("total_count").intValue()).isZero();
    wire.get(200, "/contacts/find_by_external_id/1001");
    wire.get(404, "/contacts/find_by_external_id/1002");
    wire.post(409, "/contacts", ANN);
    wire.pass(Duration.ofSeconds(7));
    assertThat(wire.get(200, "/contacts").path("total_count").intValue()).isOne();
  }

  @Test
  void a_job_goes_on_though_its_stand_in_is_gone() {
    var world = World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of());
    var behaviour =
        Behaviour.DEFAULT.withBulk(new Behaviour.Bulk(Duration.ofSeconds(5), Duration.ZERO, 0));
    bulk(Wire.to(world, behaviour).header("Intercom-Version", "2.17"), 202, ANN);
    var other = Wire.to(world, Behaviour.DEFAULT);
    assertThat(other.get(200, "/contacts").path("data")).isEmpty();
    other.pass(Duration.ofSeconds(5));
    assertThat(other.get(200, "/contacts").path("data")).hasSize(1);
    assertThat(world.contacts().getFirst().createdAt())
        .isEqualTo(Wire.START.plusSeconds(5).getEpochSecond());
  }

  private static Wire newest(OpenQuestion... choices) {
    return Wire.to(choices).header("Intercom-Version", "2.17");
  }

  private static JsonNode bulk(Wire wire, int status, String contacts) {
    return wire.post(status, "/contacts/bulk", "{'contacts':[" + contacts + "]}");
  }
}
