package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.sandbox.Faults.Rule;

class FaultsTest {
  private static final String ANN = "{'external_id':'1'}";

  @ParameterizedTest
  @CsvSource({
    "RATE_LIMITED,429,json,0",
    "SERVER_ERROR,500,json,0",
    "BAD_GATEWAY,502,html,0",
    "UNAVAILABLE,503,json,0",
    "TRUNCATED,200,json,1",
    "OTHER_SHAPE,200,json,1",
    "UNAUTHORIZED,401,json,0",
    "FORBIDDEN,403,json,0",
    "FIREWALL,403,html,0",
  })
  void an_answer_goes_wrong(Fault fault, int status, String type, int landed) {
    var wire = Wire.to();
    wire.intercom.faults(Faults.of(Rule.nth(1, CallKind.CREATE, fault)));

    var response = wire.answer("POST", "/contacts", ANN);

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers().get("Content-Type")).contains(type);
    assertThat(wire.world.contacts()).hasSize(landed);
  }

  @ParameterizedTest
  @CsvSource({"RESET_BEFORE,0", "RESET_AFTER,1"})
  void a_connection_breaks_before_or_after_the_write(Fault fault, int landed) {
    var wire = Wire.to();
    wire.intercom.faults(Faults.of(Rule.nth(1, CallKind.CREATE, fault)));

    assertThat(wire.send("POST", "/contacts", ANN)).isEqualTo(new WireResult.Reset());
    assertThat(wire.world.contacts()).hasSize(landed);
  }

  @ParameterizedTest
  @CsvSource({"HANG,0", "HANG_AFTER,1"})
  void no_answer_comes_with_or_without_the_write(Fault fault, int landed) {
    var wire = Wire.to();
    wire.intercom.faults(Faults.of(Rule.nth(1, CallKind.CREATE, fault)));

    assertThat(wire.send("POST", "/contacts", ANN)).isEqualTo(new WireResult.Hung());
    assertThat(wire.world.contacts()).hasSize(landed);
  }

  @Test
  void a_large_page_is_not_put_together_in_time() {
    var wire = twoPeople(Fault.LARGE_PAGE);
    assertThat(wire.answer("GET", "/contacts?per_page=150", "").status()).isEqualTo(504);
    assertThat(wire.answer("GET", "/contacts?per_page=51", "").status()).isEqualTo(504);
    assertThat(wire.get(200, "/contacts?per_page=50").path("data")).hasSize(2);
    wire.get(200, "/me");
    wire.post(200, "/contacts", "{'external_id':'3'}");
    var search =
        "{'query':{'field':'email','operator':'=','value':'a@example.org'},'pagination':{'per_page':%d}}";
    assertThat(wire.answer("POST", "/contacts/search", search.formatted(51)).status())
        .isEqualTo(504);
    wire.post(200, "/contacts/search", search.formatted(50));
  }

  @Test
  void an_empty_entry_is_not_counted_and_a_lost_one_is() {
    var empty = twoPeople(Fault.EMPTY_ENTRY).get(200, "/contacts");
    assertThat(empty.path("data")).hasSize(3);
    assertThat(empty.path("data").get(0).isNull()).isTrue();
    assertThat(empty.path("total_count").asInt()).isEqualTo(2);

    var lost = twoPeople(Fault.LOST_ENTRY).get(200, "/contacts");
    assertThat(lost.path("data")).hasSize(2);
    assertThat(lost.path("data").get(0).isNull()).isTrue();
    assertThat(lost.path("total_count").asInt()).isEqualTo(2);
  }

  @Test
  void answers_without_a_page_and_refusals_of_one_stay_as_they_are() {
    var wire = twoPeople(Fault.LOST_ENTRY);
    assertThat(wire.get(200, "/data_attributes").path("data").get(0).isNull()).isFalse();
    wire.get(400, "/contacts?starting_after=nowhere");
    var nobody = Wire.to();
    nobody.intercom.faults(new Faults(List.of(Rule.share(1, Fault.LOST_ENTRY)), 0));
    assertThat(nobody.get(200, "/contacts").path("data")).isEmpty();
  }

  private static Wire twoPeople(Fault fault) {
    var wire = Wire.to();
    wire.post(200, "/contacts", "{'external_id':'1'}");
    wire.post(200, "/contacts", "{'external_id':'2'}");
    wire.intercom.faults(new Faults(List.of(Rule.share(1, fault)), 0));
    return wire;
  }

  @Test
  void a_firewalls_page_has_none_of_intercoms_headers() {
    var wire = Wire.to();
    wire.intercom.faults(Faults.of(Rule.always(CallKind.ME, Fault.FIREWALL)));

    assertThat(wire.answer("GET", "/me", "").headers()).containsOnlyKeys("Content-Type");
  }

  @Test
  void a_rule_strikes_its_kind_of_call_when_its_turn_comes() {
    var wire = Wire.to();
    wire.intercom.faults(Faults.of(new Rule(Fault.SERVER_ERROR, Set.of(CallKind.ME), 2, 2, 1)));

    wire.get(200, "/contacts");
    var statuses = new ArrayList<Integer>();
    for (var turn = 0; turn < 4; turn++) {
      statuses.add(wire.answer("GET", "/me", "").status());
    }
    assertThat(statuses).containsExactly(200, 500, 500, 200);
    wire.intercom.faults(Faults.none());
    wire.get(200, "/me");
  }

  @Test
  void chance_is_the_same_for_the_same_seed() {
    assertThat(struck(7)).isEqualTo(struck(7)).isNotEqualTo(struck(8));
    assertThat(struck(7).size()).isBetween(150, 250);
  }

  private static List<Integer> struck(long seed) {
    var faults = new Faults(List.of(Rule.share(0.2, Fault.UNAVAILABLE)), seed);
    var struck = new ArrayList<Integer>();
    for (var turn = 0; turn < 1000; turn++) {
      if (faults.next(CallKind.UPDATE).isPresent()) {
        struck.add(turn);
      }
    }
    return struck;
  }
}
