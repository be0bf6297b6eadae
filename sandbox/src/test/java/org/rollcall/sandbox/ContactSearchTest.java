package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ContactSearchTest {
  private static Wire people() {
    var wire = Wire.to();
    wire.create(
        "{'external_id':'1','email':'Ann@example.org','name':'Ann','custom_attributes':{'region':'GL'}}");
    wire.pass(Duration.ofDays(1));
    wire.create("{'external_id':'2','email':'bob@example.org','name':'Bob'}");
    wire.create("{'role':'lead','email':'ann@example.org','name':'Lee'}");
    wire.create("{'external_id':'4','name':'No Mail'}");
    wire.pass(Duration.ofDays(1));
    return wire;
  }

  private static List<String> names(JsonNode page) {
    return page.path("data").valueStream().map(each -> each.path("name").stringValue()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'field':'email','operator':'=','value':'ANN@example.org'}; Ann,Lee",
        "{'field':'email','operator':'=','value':null}; No Mail",
        "{'field':'email','operator':'!=','value':'bob@example.org'}; Ann,Lee,No Mail",
        "{'field':'external_id','operator':'IN','value':['1','2','9']}; Ann,Bob",
        "{'field':'external_id','operator':'NIN','value':['1','2']}; Lee,No Mail",
        "{'field':'external_id','operator':'=','value':'01'}; ''",
        "{'field':'name','operator':'~','value':'o'}; Bob,No Mail",
        "{'field':'name','operator':'!~','value':'o'}; Ann,Lee",
        "{'field':'name','operator':'^','value':'an'}; Ann",
        "{'field':'name','operator':'$','value':'b'}; Bob",
        "{'field':'email_domain','operator':'=','value':'example.org'}; Ann,Bob,Lee",
        "{'field':'custom_attributes.region','operator':'=','value':'GL'}; Ann",
        "{'field':'created_at','operator':'=','value':'1793606400'}; Ann",
        "{'field':'created_at','operator':'>','value':1793606400}; Bob,Lee,No Mail",
        "{'field':'created_at','operator':'<','value':1793692800}; Ann",
      })
  void an_operator_finds_its_people(String filter, String expected) {
    assertThat(names(people().search(200, filter.replace('\'', '"'))))
        .containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(","));
  }

  @Test
  void groups_nest() {
    var query =
        """
        {'operator':'AND','value':[
          {'field':'role','operator':'=','value':'user'},
          {'operator':'OR','value':[
            {'field':'name','operator':'=','value':'Lee'},
            {'field':'name','operator':'=','value':'Bob'}]}]}\
        """;

    assertThat(names(people().search(200, query))).containsExactly("Bob");
  }

  @Test
  void what_intercom_does_not_take_is_refused() {
    var wire = people();
    var filter = "{'field':'name','operator':'=','value':'x'}";
    var group = "{'operator':'AND','value':[" + filter + "]}";

    wire.search(400, "{'field':'shoe_size','operator':'=','value':9}");
    wire.search(400, "{'field':'created_at','operator':'>=','value':9}");
    wire.search(400, "{'field':'name','operator':'IN','value':'x'}");
    wire.search(200, group.replace(filter, group));
    wire.search(400, group.replace(filter, group.replace(filter, group)));
    wire.search(400, group.replace(filter, (filter + ",").repeat(15) + filter));
    wire.post(
        400, "/contacts/search", "{'query':" + filter + ",'sort':{'field':'name','order':'up'}}");
    wire.header("Intercom-Version", "2.17");
    wire.search(200, "{'field':'created_at','operator':'>=','value':9}");
  }

  @Test
  void what_was_written_shows_only_after_the_lag() {
    var wire = people();
    var bob = wire.world.withExternalId("2").getFirst().id();
    var byOld = "{'field':'email','operator':'=','value':'bob@example.org'}";
    var byNew = "{'field':'email','operator':'=','value':'rob@example.org'}";

    wire.put(200, bob, "{'email':'rob@example.org'}");
    wire.pass(Duration.ofSeconds(119));
    wire.put(200, bob, "{'name':'Rob'}");
    assertThat(names(wire.search(200, byOld))).containsExactly("Bob");
    assertThat(names(wire.search(200, byNew))).isEmpty();
    wire.pass(Duration.ofSeconds(1));
    assertThat(names(wire.search(200, byNew))).containsExactly("Bob");
    wire.pass(Duration.ofMinutes(2));
    assertThat(names(wire.search(200, byNew))).containsExactly("Rob");
    assertThat(names(wire.search(200, byOld))).isEmpty();
  }

  @Test
  void the_archived_are_not_found_and_a_missing_email_is_null() {
    var wire = people();
    var bob = wire.world.withExternalId("2").getFirst().id();
    wire.post(200, "/contacts/" + bob + "/archive", "{}");

    var everybody = wire.search(200, "{'field':'name','operator':'!=','value':'x'}");

    assertThat(names(everybody)).containsExactlyInAnyOrder("Ann", "Lee", "No Mail");
    var noMail = wire.search(200, "{'field':'name','operator':'=','value':'No Mail'}");
    assertThat(noMail.path("data").path(0).path("email").isNull()).isTrue();
  }

  @Test
  void only_a_cursor_in_the_body_turns_the_page() {
    var wire = Wire.to();
    IntStream.range(0, 60).forEach(each -> wire.create("{'external_id':'" + each + "'}"));
    wire.pass(Duration.ofHours(1));
    var everybody = "{'query':{'field':'role','operator':'=','value':'user'}";

    var first = wire.post(200, "/contacts/search", everybody + "}");
    var cursor = first.path("pages").path("next").path("starting_after").stringValue();
    var again = wire.post(200, "/contacts/search?starting_after=" + cursor, everybody + "}");
    var second =
        wire.post(
            200,
            "/contacts/search",
            everybody + ",'pagination':{'starting_after':'" + cursor + "'}}");

    assertThat(first.path("data")).hasSize(50);
    assertThat(again).isEqualTo(first);
    assertThat(second.path("data")).hasSize(10);
    assertThat(second.path("pages").has("next")).isFalse();
  }
}
