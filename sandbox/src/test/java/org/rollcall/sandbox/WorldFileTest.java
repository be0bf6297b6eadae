package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldFileTest {
  private static final String CLUB =
      """
      workspace: club
      token: secret
      attributes:
        - region
        - { name: age, type: integer }
        - { name: tier, type: options, options: [gold, basic] }
        - { name: old, archived: true, writable: false }
      contacts:
        - external_id: 1001
          email: Ann@example.org
          phone: "+12025550101"
          custom_attributes: { region: 7, age: 40, tier: null }
          created_at: 2024-01-31T08:00:00Z
        - { external_id: "1002", state: archived }
        - { external_id: "1003", state: blocked }
        - { external_id: "1004", state: doomed, unsubscribed_from_emails: true }
        - { role: lead, email: ann@example.org, id: lee }
        - { external_id: "1005", state: merged, merged_into: lee }
      behaviour:
        search_lag: 30s
        known_email: second_user
        bulk: { takes: 5s, rejects_every: 100 }
      faults:
        seed: 7
        rules:
          - { fault: bad_gateway, on: [create, update], first: 2, times: 1 }
          - { fault: hang, on: me }
      """;

  private final WorldFile file = WorldFile.parse("club.yaml", CLUB);

  private StoredContact contact(String externalId) {
    return file.world().withExternalId(externalId).getFirst();
  }

  @Test
  void people_are_as_written() {
    assertThat(contact("1001").email()).contains("Ann@example.org");
    assertThat(contact("1001").createdAt())
        .isEqualTo(Instant.parse("2024-01-31T08:00:00Z").getEpochSecond());
    assertThat(contact("1001").attributes()).containsEntry("region", "7").containsEntry("age", 40L);
    assertThat(contact("1001").attributes()).containsEntry("tier", null);
    assertThat(contact("1002").state()).isEqualTo(new ContactState.Archived());
    assertThat(contact("1003").state()).isEqualTo(new ContactState.Blocked());
    assertThat(contact("1004").state()).isEqualTo(new ContactState.Doomed());
    assertThat(contact("1004").fields()).containsEntry("unsubscribed_from_emails", true);
    assertThat(contact("1005").state()).isEqualTo(new ContactState.Merged("lee"));
    assertThat(file.world().contact("lee").map(StoredContact::isUser)).contains(false);
    assertThat(file.world().contacts()).hasSize(6);
  }

  @Test
  void the_workspace_behaviour_and_faults_are_as_written() {
    assertThat(file.world().workspace())
        .isEqualTo(new SandboxWorkspace("club", "Sandbox", "US", "secret"));
    assertThat(file.behaviour().is(OpenQuestion.KnownEmail.SECOND_USER)).isTrue();
    assertThat(file.behaviour().is(OpenQuestion.UnblockCall.EXISTS)).isTrue();
    assertThat(file.behaviour().searchLag()).isEqualTo(Duration.ofSeconds(30));
    assertThat(file.behaviour().bulk())
        .isEqualTo(new Behaviour.Bulk(Duration.ofSeconds(5), Duration.ZERO, 100));
    assertThat(file.faults().next(CallKind.CREATE)).isEmpty();
    assertThat(file.faults().next(CallKind.UPDATE)).contains(Fault.BAD_GATEWAY);
    assertThat(file.faults().next(CallKind.UPDATE)).isEmpty();
    assertThat(file.faults().next(CallKind.ME)).contains(Fault.HANG);
  }

  @Test
  void a_world_written_down_is_read_as_the_same() {
    var again = WorldFile.parse("again.yaml", WorldText.of(file.world())).world();

    assertThat(again.contacts()).isEqualTo(file.world().contacts());
    assertThat(again.attributes()).isEqualTo(file.world().attributes());
    assertThat(again.workspace()).isEqualTo(file.world().workspace());
  }

  @Test
  void json_will_do_and_so_will_nothing() {
    var json = WorldFile.parse("club.json", "{\"contacts\":[{\"external_id\":\"1\"}]}");
    var empty = WorldFile.parse("empty.yaml", "");

    assertThat(json.world().withExternalId("1")).hasSize(1);
    assertThat(empty.world().contacts()).isEmpty();
    assertThat(empty.world().workspace()).isEqualTo(SandboxWorkspace.sandbox("sandbox"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contacts: 7                                | club.yaml:1: a list is expected.",
        "people: []                                 | club.yaml:1: there is no \"people\" here; known are",
        "contacts: [{state: asleep}]                | club.yaml:1: a state is active, archived, blocked",
        "contacts: [{state: merged}]                | club.yaml:1: a merged contact needs merged_into",
        "contacts: [{state: merged, merged_into: x}]| club.yaml:1: merged_into names \"x\"",
        "contacts: [{custom_attributes: {tier: x}}] | club.yaml:1: \"tier\" is not among the attributes",
        "contacts: [{created_at: soon}]             | club.yaml:1: \"soon\" is not a time: write Unix",
        "behaviour: {unblock_call: maybe}           | club.yaml:1: unblock_call is one of exists, missing, not",
        "behaviour: {mood: good}                    | club.yaml:1: there is no question \"mood\"; known are bulk, search_lag, activity_list",
        "faults: {rules: [{fault: flood}]}          | club.yaml:1: \"flood\" is not a fault.",
        "attributes: [{name: a, type: poem}]        | club.yaml:1: \"poem\" is no type",
        "'contacts: ['                              | club.yaml is not YAML: ",
      })
  void a_mistake_is_named_with_its_line(String text, String message) {
    assertThatThrownBy(() -> WorldFile.parse("club.yaml", text))
        .isInstanceOf(WorldMistake.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void every_question_has_its_own_name_and_answers() {
    for (var choice : OpenQuestion.all()) {
      assertThat(Choices.named(choice.question(), choice.answer())).contains(choice);
    }
    assertThat(Behaviour.DEFAULT).isEqualTo(new Behaviour(Map.of(), Duration.ofMinutes(2)));
    assertThat(Choices.named("unblock_call", "perhaps")).isEqualTo(Optional.empty());
  }
}
