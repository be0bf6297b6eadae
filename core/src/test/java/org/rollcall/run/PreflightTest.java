package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.model.Contact;
import org.rollcall.model.DataAttribute;
import org.rollcall.model.FieldName;
import org.rollcall.model.RosterName;
import org.rollcall.model.Target;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Workspace;

class PreflightTest {
  private static final RosterName ROSTER = new RosterName("https://ref.supabase.co public.members");
  private static final Map<FieldName, ValueKind> MAPPED =
      Map.of(
          FieldName.EMAIL,
          ValueKind.TEXT,
          FieldName.attribute("region"),
          ValueKind.TEXT,
          FieldName.attribute("points"),
          ValueKind.NUMBER,
          FieldName.attribute("active"),
          ValueKind.FLAG);

  private final List<DataAttribute> attributes =
      new ArrayList<>(
          List.of(
              attribute("region", "string"),
              attribute("points", "integer"),
              attribute("active", "boolean")));

  @Test
  void a_workspace_that_can_take_the_mapping_lets_the_run_begin() {
    assertThatCode(() -> check(Optional.empty())).doesNotThrowAnyException();
    assertThatCode(() -> check(Optional.of("ecahpwf5"))).doesNotThrowAnyException();
  }

  @Test
  void the_target_is_the_roster_and_the_workspace_that_the_token_opens() throws Exception {
    var target = new Preflight(ROSTER, WorkspaceRule.ANY, MAPPED).target(new Shown(attributes));
    assertThat(target).isEqualTo(new Target(ROSTER, new Workspace("ecahpwf5", "Club", "US")));
  }

  @Test
  void another_workspace_than_the_settings_allow_is_refused() {
    assertThatThrownBy(() -> check(Optional.of("testtest")))
        .isInstanceOfSatisfying(
            RunStopped.class,
            stopped -> assertThat(stopped.kind()).isEqualTo(RunStopped.Kind.REFUSED))
        .hasMessage(
            "The access token opens workspace ecahpwf5 (Club), but the settings allow only testtest. Nothing was written. Check INTERCOM_ACCESS_TOKEN, or intercom.workspace in the settings.");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_with_what_to_do() {
    attributes.clear();
    attributes.add(new DataAttribute("region", "string", true, true, List.of()));
    attributes.add(new DataAttribute("points", "integer", false, false, List.of()));
    assertThatThrownBy(() -> check(Optional.empty()))
        .isInstanceOfSatisfying(
            RunStopped.class,
            stopped -> assertThat(stopped.kind()).isEqualTo(RunStopped.Kind.REFUSED))
        .hasMessage(
            """
            Workspace ecahpwf5 (Club) cannot take the contacts as they are mapped. Nothing was written. \
            Custom attribute active does not exist; run `rollcall doctor --fix`, or create it in Intercom under Settings › Data › People, type true or false. \
            Custom attribute points cannot be written by the API; map another attribute or make this one writable under Settings › Data › People. \
            Custom attribute region is archived, and Intercom drops what is written to it; unarchive it under Settings › Data › People.\
            """);
  }

  @Test
  void a_name_that_differs_by_case_only_is_pointed_out() {
    attributes.set(0, attribute("Region", "string"));
    assertThatThrownBy(() -> check(Optional.empty()))
        .hasMessageContaining("Custom attribute region does not exist, but Region does");
  }

  @Test
  void an_archived_namesake_does_no_harm() {
    attributes.addFirst(new DataAttribute("region", "integer", true, false, List.of()));
    assertThatCode(() -> check(Optional.empty())).doesNotThrowAnyException();
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(ValueKind.TEXT, List.of("string", "options", "novelty")),
        Arguments.of(ValueKind.NUMBER, List.of("integer", "float", "date", "datetime", "novelty")),
        Arguments.of(ValueKind.FLAG, List.of("boolean", "novelty")),
        Arguments.of(
            ValueKind.ANY,
            List.of(
                "string",
                "options",
                "integer",
                "float",
                "date",
                "datetime",
                "boolean",
                "novelty")));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void each_kind_of_value_fits_some_types(ValueKind kind, List<String> fitting) {
    var check = new AttributeCheck(Map.of(FieldName.attribute("it"), kind));
    var types =
        List.of("string", "options", "integer", "float", "date", "datetime", "boolean", "novelty");
    assertThat(types)
        .filteredOn(type -> check.problems(List.of(attribute("it", type))).isEmpty())
        .containsExactlyInAnyOrderElementsOf(fitting);
  }

  @Test
  void a_type_that_does_not_fit_is_told_with_both_sides() {
    attributes.set(1, attribute("points", "string"));
    assertThatThrownBy(() -> check(Optional.empty()))
        .hasMessageContaining(
            "Custom attribute points is of type string, but the mapping yields a number; change the mapping or map an attribute of type number or date.");
  }

  private void check(Optional<String> workspace) throws InterruptedException {
    var directory = new Shown(attributes);
    var rule = new WorkspaceRule(workspace, Optional.empty(), LastWorkspace.none());
    var preflight = new Preflight(ROSTER, rule, MAPPED);
    preflight.check(preflight.target(directory), directory);
  }

  private static DataAttribute attribute(String name, String type) {
    return new DataAttribute(name, type, false, true, List.of());
  }

  private record Shown(List<DataAttribute> attributes) implements Directory {
    @Override
    public Workspace workspace() {
      return new Workspace("ecahpwf5", "Club", "US");
    }

    @Override
    public void contacts(Supplier<Consumer<Contact>> begin, Consumer<RunEvent> events) {
      throw new AssertionError("No contact is read before the workspace is known to be right.");
    }
  }
}
