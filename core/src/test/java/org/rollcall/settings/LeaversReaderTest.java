package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.Policy;
import org.rollcall.model.Value;
import org.rollcall.model.Wish;

class LeaversReaderTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("DATABASE_URL", "postgres://u:p@h/d");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ignore                                              | ignore  | ignore
          archive                                             | archive | ignore
          { mark: { kind: Gone } }                            | mark    | ignore
          { orphans: archive }                                | ignore  | archive
          { ineligible: archive, orphans: ignore }            | archive | ignore
          { mark: { kind: Gone }, orphans: mark }             | mark    | mark
          { mark: { kind: Gone }, orphans: archive }          | mark    | archive
          { mark: { kind: Gone }, ineligible: ignore, orphans: mark } | ignore | mark
          { ineligible: mark, mark: { kind: Gone } }          | mark    | ignore
          """)
  void each_kind_of_leaver_is_treated_in_its_own_way(
      String leavers, String ineligible, String orphans) {
    var policy = policy(leavers, "member.number");
    assertThat(policy.leavers()).isEqualTo(treatment(ineligible));
    assertThat(policy.orphans()).contains(treatment(orphans));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "member.number",
        "trim(member.number)",
        "string( member.number )",
        "member['number']",
        "trim(string(member[\"number\"]))"
      })
  void an_id_that_is_the_members_number_tells_whose_it_is(String id) {
    assertThat(policy("archive", id).orphans()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'M' + member.number", "lower(member.number)", "member.kind", "member.numbers"})
  void an_id_that_is_made_of_something_else_does_not(String id) {
    assertThat(policy("archive", id).orphans()).isEmpty();
    assertThatThrownBy(() -> policy("{ orphans: archive }", id))
        .hasMessageContaining(
            "leavers.orphans needs the member's number as external id, and contact.external_id makes something else of it; expected ignore");
    assertThat(policy("{ orphans: ignore }", id).orphans()).isEmpty();
  }

  @Test
  void nothing_is_done_where_the_settings_say_nothing() {
    assertThat(settings("", "member.number").policy()).isEqualTo(Policy.DEFAULT);
    assertThat(Policy.DEFAULT.orphans()).isEqualTo(Optional.of(new Leavers.Ignore()));
  }

  private static Leavers treatment(String word) {
    return switch (word) {
      case "mark" ->
          new Leavers.Mark(
              new TreeMap<>(
                  Map.of(FieldName.attribute("kind"), new Wish.Put(new Value.Text("Gone")))));
      case "archive" -> new Leavers.Archive();
      default -> new Leavers.Ignore();
    };
  }

  private static Policy policy(String leavers, String id) {
    return settings("leavers: " + leavers, id).policy();
  }

  private static Settings settings(String line, String id) {
    var text =
        """
        roster:
          table: members
          key: number
          columns: { number: text, numbers: text, kind: text, email: text }
        contact:
          external_id: >-
            %s
          email: member.email
          custom_attributes: { kind: member.kind }
        %s
        """
            .formatted(id, line);
    return Settings.read(new SettingsText("s.yaml", text), ENVIRONMENT, _ -> List.of());
  }
}
