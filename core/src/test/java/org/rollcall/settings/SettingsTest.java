package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.ColumnType;
import org.rollcall.model.Condition;
import org.rollcall.model.FieldName;
import org.rollcall.model.Join;
import org.rollcall.model.Leavers;
import org.rollcall.model.Policy;
import org.rollcall.model.Privacy;
import org.rollcall.model.Rate;
import org.rollcall.model.RosterQuery;
import org.rollcall.model.Thresholds;
import org.rollcall.model.Tolerance;

class SettingsTest {
  private static final Map<String, String> REST =
      Map.of(
          "SUPABASE_URL", "https://ref.supabase.co/",
          "SUPABASE_SERVICE_ROLE_KEY", "sb_secret_42",
          "INTERCOM_ACCESS_TOKEN", "token-42");

  @Test
  void the_address_of_the_rest_api_means_the_project() {
    for (var ending : List.of("/rest/v1", "/rest/v1/")) {
      var variables = new HashMap<>(REST);
      variables.put("SUPABASE_URL", "https://ref.supabase.co" + ending);

      assertThat(Settings.read(SettingsText.builtIn(), variables).source())
          .isEqualTo(
              new Source.Supabase(
                  "https://ref.supabase.co",
                  new Secret("sb_secret_42"),
                  "public",
                  Source.USUAL_PATIENCE));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SUPABASE_URL, https://your-project-ref.supabase.co",
    "SUPABASE_URL, https://<ref>.supabase.co",
    "SUPABASE_SERVICE_ROLE_KEY, your-service-role-key",
    "SUPABASE_SERVICE_ROLE_KEY, ${SERVICE_KEY}",
    "INTERCOM_ACCESS_TOKEN, <token>",
    "INTERCOM_API_URL, https://<host>",
  })
  void what_was_never_filled_in_is_named(String variable, String left) {
    var variables = new HashMap<>(REST);
    variables.put(variable, left);

    assertThatThrownBy(() -> Settings.read(minimal(""), variables).requireToken())
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "environment: %s still has a placeholder; put the real value in its place"
                .formatted(variable));
  }

  @Test
  void a_placeholder_in_the_file_is_named_by_its_place() {
    var token = minimal("intercom: { token: <token> }");

    assertThatThrownBy(() -> Settings.read(token, REST).requireToken())
        .hasMessage(
            "rollcall.yaml:11:20: intercom.token still has a placeholder; put the real value in its place");
  }

  @Test
  void the_patience_with_the_source_may_stand_alone() {
    var alone = Settings.read(minimal("source: { patience: 5m }"), REST).source();
    assertThat(alone)
        .isEqualTo(
            new Source.Supabase(
                "https://ref.supabase.co",
                new Secret("sb_secret_42"),
                "public",
                Duration.ofMinutes(5)));
    var beside =
        Settings.read(
                minimal("source: { patience: 90s, postgres: { url: 'postgres://u:p@h/d' } }"), REST)
            .source();
    assertThat(beside.patience()).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void without_a_file_the_environment_says_where_everything_is() {
    var settings = Settings.read(SettingsText.builtIn(), REST);

    assertThat(settings.source())
        .isEqualTo(
            new Source.Supabase(
                "https://ref.supabase.co",
                new Secret("sb_secret_42"),
                "public",
                Source.USUAL_PATIENCE));
    assertThat(settings.requireToken()).isEqualTo(new Secret("token-42"));
    assertThat(settings.intercom())
        .isEqualTo(
            new Intercom(
                new Token.Given(new Secret("token-42")),
                "https://api.intercom.io",
                "2.16",
                new Pace.UpTo(new Rate(166, Duration.ofSeconds(10))),
                0,
                16,
                Intercom.Listing.AUTO,
                Intercom.Archived.AUTO,
                false,
                Optional.empty(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMinutes(10)));
    assertThat(settings.policy()).isEqualTo(Policy.DEFAULT);
    assertThat(settings.safeguard()).isEqualTo(Thresholds.DEFAULT);
    assertThat(settings.batchSize()).isEqualTo(100);
    assertThat(settings.limit()).isEmpty();
    assertThat(settings.privacy()).isEmpty();
  }

  @Test
  void the_built_in_profile_reads_no_more_of_a_member_than_it_maps() {
    var roster = Settings.read(SettingsText.builtIn(), REST).mapping().roster();

    assertThat(roster)
        .isEqualTo(
            new RosterQuery(
                "public",
                "members",
                "membernumber",
                new TreeMap<>(
                    Map.of(
                        "membernumber", ColumnType.TEXT,
                        "firstname", ColumnType.TEXT,
                        "lastname", ColumnType.TEXT,
                        "email", ColumnType.TEXT,
                        "phone", ColumnType.TEXT,
                        "status", ColumnType.TEXT,
                        "membertypeid", ColumnType.INTEGER)),
                List.of(
                    new Condition.OneOf("status", List.of("Active", "Retired")),
                    new Condition.NotNull("email")),
                List.of(
                    new Join.One("region", "regions", "region_id", "id", text("code")),
                    new Join.One("facility", "facilities", "facility_id", "id", text("code")),
                    new Join.One("type", "member_types", "membertypeid", "id", text("type_name")),
                    new Join.Many(
                        "positions",
                        "positions",
                        "membernumber",
                        "id",
                        new TreeMap<>(
                            Map.of(
                                "positiontype", ColumnType.TEXT, "end_date", ColumnType.DATE))))));
  }

  private static SortedMap<String, ColumnType> text(String column) {
    return new TreeMap<>(Map.of(column, ColumnType.TEXT));
  }

  @Test
  void a_database_url_alone_means_postgres() {
    var settings =
        Settings.read(
            SettingsText.builtIn(),
            Map.of("DATABASE_URL", "postgresql://u:p@h/d", "SUPABASE_SCHEMA", "dev"));

    assertThat(settings.source())
        .isEqualTo(
            new Source.Postgres(new Secret("postgresql://u:p@h/d"), "dev", Source.USUAL_PATIENCE));
    assertThat(settings.mapping().roster().schema()).isEqualTo("dev");
  }

  @Test
  void intercom_can_be_elsewhere() {
    var environment = new TreeMap<>(REST);
    environment.put("INTERCOM_API_URL", "http://127.0.0.1:8080/");

    assertThat(Settings.read(SettingsText.builtIn(), environment).intercom().url())
        .isEqualTo("http://127.0.0.1:8080");
    assertThat(Settings.read(minimal(""), environment).intercom().url())
        .isEqualTo("http://127.0.0.1:8080");
  }

  @Test
  void what_a_file_leaves_out_is_as_in_the_built_in_profile() {
    var small = Settings.read(minimal(""), REST);
    var large = Settings.read(SettingsText.builtIn(), REST);

    assertThat(small.source()).isEqualTo(large.source());
    assertThat(small.intercom()).isEqualTo(large.intercom());
    assertThat(small.policy()).isEqualTo(large.policy());
    assertThat(small.safeguard()).isEqualTo(large.safeguard());
    assertThat(small.batchSize()).isEqualTo(large.batchSize());
  }

  @Test
  void every_setting_is_taken_from_the_file() {
    var settings =
        Settings.read(
            minimal(
                """
                source:
                  postgres:
                    url: ${DB:-postgres://u:p@h/d}
                    schema: dev
                intercom:
                  token: "x${INTERCOM_ACCESS_TOKEN}"
                  region: eu
                  version: "2.15"
                  rate: auto
                  headroom: 20%
                  concurrency: 3
                  workspace: abc
                  connect_timeout: 500ms
                  request_timeout: 2m
                duplicates: report
                leads: merge
                leavers: archive
                identity: { unknown_external_id: report }
                safeguard:
                  creates: 10%
                  updates: 0.2
                  archives: 1.5%
                  clears: 0
                  shrink: 100%
                  floor: 7
                batch_size: 5
                limit: 9
                privacy: mask
                """),
            REST);

    assertThat(settings.source())
        .isEqualTo(
            new Source.Postgres(new Secret("postgres://u:p@h/d"), "dev", Source.USUAL_PATIENCE));
    assertThat(settings.intercom())
        .isEqualTo(
            new Intercom(
                new Token.Given(new Secret("xtoken-42")),
                "https://api.eu.intercom.io",
                "2.15",
                new Pace.Auto(),
                0.2,
                3,
                Intercom.Listing.AUTO,
                Intercom.Archived.AUTO,
                false,
                Optional.of("abc"),
                Duration.ofMillis(500),
                Duration.ofMinutes(2),
                Duration.ofMinutes(10)));
    assertThat(settings.policy())
        .isEqualTo(
            new Policy(
                Policy.Duplicates.REPORT,
                Policy.Leads.MERGE,
                new Policy.UnknownExternalId.Report(),
                new Leavers.Archive()));
    assertThat(settings.safeguard()).isEqualTo(new Thresholds(0.1, 0.2, 0.015, 0, 0.1, 0.01, 1, 7));
    assertThat(settings.batchSize()).isEqualTo(5);
    assertThat(settings.limit()).isEqualTo(OptionalInt.of(9));
    assertThat(settings.privacy()).contains(Privacy.MASK);
  }

  @Test
  void a_missing_token_is_told_only_to_who_needs_it() {
    var environment = new TreeMap<>(REST);
    environment.remove("INTERCOM_ACCESS_TOKEN");
    var settings = Settings.read(SettingsText.builtIn(), environment);

    assertThatThrownBy(settings::requireToken)
        .isInstanceOf(SettingsException.class)
        .hasMessageMatching(
            "built-in settings:\\d+:10: the environment variable INTERCOM_ACCESS_TOKEN is not set; set it, or give a default: \\$\\{INTERCOM_ACCESS_TOKEN:-default}");
    assertThatThrownBy(() -> Settings.read(minimal(""), environment).requireToken())
        .hasMessage(
            "environment: the environment variable INTERCOM_ACCESS_TOKEN is not set; set it");
    assertThatThrownBy(
            () -> Settings.read(minimal("intercom: { token: '' }"), environment).requireToken())
        .hasMessage(
            "rollcall.yaml:11:20: intercom.token is empty; expected the workspace's access token");
  }

  @Test
  void secrets_are_never_printed() {
    var rest = Settings.read(SettingsText.builtIn(), REST);
    var database =
        Settings.read(SettingsText.builtIn(), Map.of("DATABASE_URL", "postgres://u:hidden@h/d"));

    assertThat(rest.toString()).doesNotContain("sb_secret_42", "token-42").contains("key=***");
    assertThat(database.toString()).doesNotContain("hidden").contains("url=***");
    assertThat(new Secret("hidden")).hasToString("***");
  }

  @Test
  void what_the_environment_holds_is_text_and_never_yaml_nor_another_reference() {
    var settings =
        Settings.read(
            minimal("intercom: { workspace: '${EVIL}', token: '${NAME:-a}-${OTHER:-b}' }"),
            Map.of(
                "DATABASE_URL", "postgres://h/d",
                "EVIL", "a: [b, c]\nlimit: 1 ${OTHER} $1 \\",
                "OTHER", "other"));

    assertThat(settings.intercom().workspace()).contains("a: [b, c]\nlimit: 1 ${OTHER} $1 \\");
    assertThat(settings.requireToken().value()).isEqualTo("a-other");
    assertThat(settings.limit()).isEmpty();
  }

  @Test
  void expressions_are_taken_as_they_stand() {
    var text = minimal("").text().replace("email: member.email", "email: \"'${SUPABASE_URL}'\"");

    assertThat(
            Settings.read(new SettingsText("rollcall.yaml", text), REST)
                .mapping()
                .contact()
                .get(FieldName.EMAIL))
        .hasToString("'${SUPABASE_URL}'");
  }

  @Test
  void which_failures_a_scheduler_hears_of_is_a_setting() {
    assertThat(tolerance("")).isEqualTo(Tolerance.IGNORED);
    assertThat(tolerance("exit_code: { known_failures: }")).isEqualTo(Tolerance.IGNORED);
    assertThat(tolerance("exit_code: { known_failures: 0 }")).isEqualTo(Tolerance.KNOWN);
    assertThat(tolerance("exit_code: { known_failures: 3 }")).isEqualTo(Tolerance.NONE);
    assertThatThrownBy(() -> tolerance("exit_code: { known_failures: 1 }"))
        .hasMessageContaining("expected 0 or 3");
  }

  private static Tolerance tolerance(String lines) {
    return Settings.read(minimal(lines), REST).upkeep().tolerance();
  }

  @Test
  void a_judge_of_the_mapping_is_heard_together_with_everything_else() {
    assertThatThrownBy(() ->
            Settings.read(
                minimal("limit: many"),
                REST,
                mapping ->
                    List.of(
                        Problem.at(
                            mapping.contact().values().iterator().next().positions().at(3),
                            "judged"))))
        .hasMessage(
            """
            rollcall.yaml:8:13: judged
            rollcall.yaml:11:8: limit is "many"; expected a whole number from 1 to 100000000\
            """);
  }

  @Test
  void a_judge_is_not_asked_about_a_mapping_that_is_no_mapping() {
    var broken = minimal("").text().replace("email: text", "email: txt");

    assertThatThrownBy(() ->
            Settings.read(
                new SettingsText("rollcall.yaml", broken),
                REST,
                _ -> List.of(new Problem("x", 1, 1, "judged"))))
        .hasMessageNotContaining("judged");
  }

  @Test
  void a_file_is_read_as_utf_8_and_named_in_problems(@TempDir Path folder) throws Exception {
    var file = folder.resolve("mine.yaml");
    Files.writeString(file, "é: 1\n" + minimal("").text());

    assertThatThrownBy(() -> Settings.read(SettingsText.of(file), REST))
        .hasMessageStartingWith(file + ":1:1: unknown key \"é\"");
  }

  @Test
  void a_file_that_cannot_be_read_says_why(@TempDir Path folder) throws Exception {
    var latin =
        Files.write(folder.resolve("latin.yaml"), "é".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> SettingsText.of(folder.resolve("none.yaml")))
        .isInstanceOf(SettingsException.class)
        .hasMessageEndingWith(
            "none.yaml: there is no such file; `rollcall init` writes one to start from");
    assertThatThrownBy(() -> SettingsText.of(latin))
        .hasMessageEndingWith("latin.yaml: the file is not UTF-8 text; save it as UTF-8");
    assertThatThrownBy(() -> SettingsText.of(folder))
        .hasMessageEndingWith(": the file cannot be read: Is a directory");
  }

  @Test
  void the_written_out_profile_reads_back_as_it_was(@TempDir Path folder) throws Exception {
    var file = folder.resolve("rollcall.yaml");
    Files.writeString(file, SettingsText.builtIn().text());

    var builtIn = Settings.read(SettingsText.builtIn(), REST);
    var written = Settings.read(SettingsText.of(file), REST);

    assertThat(written).hasToString(builtIn.toString());
    assertThat(SettingsText.builtIn().text().lines())
        .allSatisfy(line -> assertThat(line.codePointCount(0, line.length())).isLessThan(101));
  }

  @Test
  void a_vocabulary_may_name_nothing_yet() {
    var empty = minimal("").text().replace("{ A: Alpha }", "");
    assertThat(
            Settings.read(new SettingsText("rollcall.yaml", empty), REST).mapping().vocabularies())
        .containsOnlyKeys("positions")
        .hasEntrySatisfying("positions", names -> assertThat(names.names()).isEmpty());
    var none = empty.replace("positions:", "");
    assertThat(
            Settings.read(new SettingsText("rollcall.yaml", none), REST).mapping().vocabularies())
        .isEmpty();
  }

  static SettingsText minimal(String rest) {
    return new SettingsText(
        "rollcall.yaml",
        """
        roster:
          table: members
          key: membernumber
          columns: { membernumber: text, email: text }
        # Whom to write.
        contact:
          external_id: member.membernumber
          email: member.email
        vocabulary:
          positions: { A: Alpha }
        """
            + rest);
  }
}
