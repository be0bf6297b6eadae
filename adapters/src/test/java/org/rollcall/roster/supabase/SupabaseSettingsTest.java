package org.rollcall.roster.supabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollcall.model.ColumnType;
import org.rollcall.model.Condition;
import org.rollcall.model.Join;
import org.rollcall.model.RosterQuery;
import org.rollcall.run.RunStopped;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.support.Faults;
import org.rollcall.support.Reading;
import org.rollcall.support.RecordingWaiter;
import org.rollcall.support.SupabaseStage;
import org.rollcall.support.Tokens;

/// How a real project answers to wrong keys, names and grants, and what the operator reads.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class SupabaseSettingsTest {
  private final RecordingWaiter waiter = new RecordingWaiter();
  private SupabaseStage stage;

  @BeforeAll
  void set() throws SQLException, IOException, InterruptedException {
    stage = SupabaseStage.of(SampleRoster.of(20));
  }

  @AfterAll
  void strike() throws IOException {
    stage.close();
  }

  @Test
  void a_secret_key_reads_the_same_and_goes_without_authorization() throws InterruptedException {
    var before = stage.gateway().seen().size();
    var members = Reading.of(roster(Tokens.SECRET_KEY, stage.query())).members();

    assertThat(members).isEqualTo(Reading.of(roster(Tokens.SERVICE_ROLE, stage.query())).members());
    assertThat(stage.gateway().seen().get(before).headers())
        .doesNotContainKey("Authorization")
        .containsEntry("User-agent", List.of("Rollcall/test"));
  }

  @Test
  void wrong_and_expired_keys_are_named_by_where_they_come_from() {
    stops(
        RunStopped.Kind.FAILED,
        "sb_secret_somebodyelses0123456789",
        stage.query(),
        "refused the key (HTTP 401): Invalid API key");
    stops(
        RunStopped.Kind.FAILED,
        Tokens.of("service_role", 1),
        stage.query(),
        "PGRST301: JWT expired");
  }

  @Test
  void names_the_database_does_not_have_are_settings_to_correct() {
    stops(RunStopped.Kind.SETTINGS, with(columns("nickname"), "members", "public"), "nickname");
    stops(RunStopped.Kind.SETTINGS, with(columns("email"), "membres", "public"), "membres");
    stops(RunStopped.Kind.SETTINGS, with(columns("email"), "members", "attic"), "schema");
    stops(
        RunStopped.Kind.SETTINGS,
        joined(new Join.One("region", "regions", "region_id", "id", columns("colour"))),
        "colour");
    stops(
        RunStopped.Kind.SETTINGS,
        joined(new Join.One("region", "regiones", "region_id", "id", columns("code"))),
        "regiones");
    stops(
        RunStopped.Kind.SETTINGS,
        joined(new Join.Many("positions", "offices", "membernumber", "id", columns("title"))),
        "offices");
  }

  @Test
  void a_table_that_the_api_does_not_list_is_asked_for_again_and_then_named() throws Exception {
    var unlisted =
        Faults.answer(
            404,
            "{\"code\":\"PGRST205\",\"details\":null,\"hint\":\"Perhaps you meant the table 'public.members'\",\"message\":\"Could not find the table 'public.membres' in the schema cache\"}");
    stage.gateway().next(unlisted, unlisted, unlisted, unlisted);

    assertThatThrownBy(() -> Reading.of(stage.overRest(stage.query(), new RecordingWaiter())))
        .isInstanceOf(RunStopped.class)
        .hasMessageStartingWith("The REST API does not know a table of the settings, however often")
        .hasMessageContaining("Perhaps you meant the table 'public.members'")
        .hasMessageContaining("notify pgrst, 'reload schema';")
        .satisfies(
            stop -> assertThat(((RunStopped) stop).kind()).isEqualTo(RunStopped.Kind.SETTINGS));
    stage.gateway().next(unlisted, unlisted, unlisted);
    assertThat(Reading.of(stage.overRest(stage.query(), new RecordingWaiter())).members())
        .isNotEmpty();
  }

  @Test
  void missing_grants_are_told_as_the_statement_that_gives_them() throws SQLException {
    for (var table : List.of("members", "regions", "positions")) {
      stage.database().execute("revoke select on " + table + " from service_role");
      try {
        stops(
            RunStopped.Kind.FAILED,
            stage.query(),
            "grant select on public.%s to service_role;".formatted(table));
      } finally {
        stage.database().execute("grant select on " + table + " to service_role");
      }
    }
  }

  @Test
  void a_roster_without_anybody_is_a_fault_and_not_a_roster() {
    var nobody =
        new RosterQuery(
            "public",
            "members",
            "membernumber",
            columns("membernumber"),
            List.of(new Condition.OneOf("status", List.of("Ascended"))),
            List.of());

    stops(RunStopped.Kind.FAILED, nobody, "grant select on public.members to service_role;");
  }

  private void stops(RunStopped.Kind kind, RosterQuery query, String told) {
    stops(kind, Tokens.SERVICE_ROLE, query, told);
  }

  private void stops(RunStopped.Kind kind, String key, RosterQuery query, String told) {
    assertThatThrownBy(() -> Reading.of(roster(key, query)))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining(told)
        .hasMessageNotContaining(key)
        .satisfies(stop -> assertThat(((RunStopped) stop).kind()).isEqualTo(kind));
    assertThat(waiter.waits()).isEmpty();
  }

  private SupabaseRoster roster(String key, RosterQuery query) {
    return new SupabaseRoster(
        SupabaseProject.of(stage.gateway().url(), key, "Rollcall/test"), query, waiter);
  }

  private static SortedMap<String, ColumnType> columns(String column) {
    return new TreeMap<>(Map.of(column, ColumnType.TEXT));
  }

  private static RosterQuery with(
      SortedMap<String, ColumnType> columns, String table, String schema) {
    return new RosterQuery(schema, table, "membernumber", columns, List.of(), List.of());
  }

  private static RosterQuery joined(Join join) {
    return new RosterQuery(
        "public", "members", "membernumber", columns("email"), List.of(), List.of(join));
  }
}
