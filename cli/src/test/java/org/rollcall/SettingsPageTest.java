package org.rollcall;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rollcall.mapping.Projected;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.FieldName;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wish;
import org.rollcall.roster.Rows;
import org.rollcall.settings.Pace;
import org.rollcall.settings.SettingsException;
import org.rollcall.settings.SettingsText;
import org.rollcall.support.Pages;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// `docs/settings.md` says what the settings are.
class SettingsPageTest {
  private static final String PAGE = "docs/settings.md";
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "DATABASE_URL", "postgresql://club@db.example.org/club",
          "INTERCOM_ACCESS_TOKEN", "token");

  /// Groups whose keys are the person's own: columns, joins, attributes, codes.
  private static final Pattern OWN =
      Pattern.compile(
          "(roster|roster\\.join\\.NAME)\\.(columns|where)\\..*|contact\\.custom_attributes\\..*|vocabulary\\.NAME\\..*");

  /// What every organisation says for itself; the built-in settings hold the first user's.
  private static final Pattern OWN_TO_EACH = Pattern.compile("(source|roster|contact)\\..*|tests");

  private static final Pattern VARIABLE =
      Pattern.compile("\\b(?:SUPABASE|DATABASE|INTERCOM|NO|ROLLCALL)_[A-Z_]+\\b");

  @Test
  void every_key_of_the_built_in_settings_has_a_row() {
    assertThat(keys()).hasSizeGreaterThan(40);
    assertThat(rows().keySet()).containsAll(keys().keySet());
  }

  @Test
  void the_defaults_are_those_of_the_built_in_settings() {
    var rows = rows();
    keys()
        .forEach((key, value) -> {
          if (!value.isEmpty() && !OWN_TO_EACH.matcher(key).matches()) {
            assertThat(rows.get(key)).as(key).element(2).isEqualTo("`%s`".formatted(value));
          }
        });
  }

  @Test
  void every_variable_that_the_program_knows_is_told() {
    var program =
        SettingsText.builtIn().text()
            + Pages.read("cli/src/test/resources/golden/help-sync.txt")
            + Pages.read("rollcall");
    assertThat(VARIABLE.matcher(program).results().map(found -> found.group()).distinct())
        .hasSizeGreaterThan(6)
        .allSatisfy(name -> assertThat(rows()).containsKey(name));
  }

  @Test
  void the_mistake_on_the_page_is_told_like_that() {
    var wrong = SettingsText.builtIn().text().replaceFirst("  table: members", "  tabel: members");
    var told = Pages.blocks(PAGE, "").getFirst().strip();
    assertThat(mistakes(new SettingsText("rollcall.yaml", wrong)))
        .anySatisfy(mistake -> assertThat(withoutPlace(mistake)).isEqualTo(withoutPlace(told)));
  }

  @Test
  void the_other_organisation_gets_what_the_page_says() {
    var setup = club();
    assertThat(setup.settings().intercom().rate()).isEqualTo(new Pace.Auto());
    assertThat(setup.settings().intercom().url()).isEqualTo("https://api.eu.intercom.io");
    assertThat(wish("berth")).isEqualTo("C-14");
    assertThat(wish("boats")).isEqualTo("ILCA dinghy, Optimist");
    assertThat(wish("boat_count")).isEqualTo("2");
    assertThat(wish("junior")).isEqualTo("true");
    assertThat(wish("member_since")).isEqualTo("1706659200");
  }

  /// The checker does not see, in a compiled record, that a row may hold nulls.
  @SuppressWarnings("NullAway")
  private static String wish(String attribute) {
    var sailor =
        """
        {"sail_number": "IRL7", "mail": "Ana@example.org", "joined_on": "2024-01-31",
         "berth": {"pier": "C", "place": 14},
         "boats": [{"class": "OPT", "sold_on": null}, {"class": "ILCA", "sold_on": "2027-01-01"},
                   {"class": "ILCA", "sold_on": "2020-01-01"}]}
        """;
    var member = new Member(new MemberId("IRL7"), Rows.row(sailor));
    var projected = club().projection().project(member, LocalDate.parse("2026-05-01"));
    return projected instanceof Projected.Ready(var wanted, _, _, _)
            && wanted.wish(FieldName.attribute(attribute)) instanceof Wish.Put(var value)
        ? value.shown()
        : projected.toString();
  }

  private static SyncDefinition club() {
    var yaml = Pages.blocks(PAGE, "yaml");
    assertThat(yaml).hasSize(1);
    return SyncDefinition.read(new SettingsText(PAGE, yaml.getFirst()), ENVIRONMENT);
  }

  private static List<String> mistakes(SettingsText text) {
    try {
      SyncDefinition.read(text, ENVIRONMENT);
      return List.of();
    } catch (SettingsException wrong) {
      return String.valueOf(wrong.getMessage()).lines().toList();
    }
  }

  private static String withoutPlace(String mistake) {
    return mistake.replaceFirst("^.*?:\\d+:\\d+: ", "");
  }

  /// The rows of the page by what their first cell names.
  private static Map<String, List<String>> rows() {
    return Pages.rows(PAGE)
        .filter(row -> row.getFirst().startsWith("`"))
        .collect(toMap(row -> row.getFirst().replace("`", ""), row -> row, (first, _) -> first));
  }

  /// The schema's own keys in the built-in settings, their values as text; `""` for a group.
  private static Map<String, String> keys() {
    var text = SettingsText.builtIn().text();
    var sources = text.replaceAll("(?m)^# (source:|  (?:supabase|postgres):|    \\w+: \\$)", "$1");
    var keys = new TreeMap<String, String>();
    documents(sources).forEach(document -> collect("", document, keys));
    keys.keySet().removeIf(key -> OWN.matcher(key).matches());
    return keys;
  }

  /// The built-in text, and each of the sources that it leaves commented out.
  private static List<Object> documents(String text) {
    var documents = new ArrayList<Object>();
    for (var part : text.split("(?m)(?=^source:)|(?=^roster:)")) {
      new Load(LoadSettings.builder().build()).loadAllFromString(part).forEach(documents::add);
    }
    return documents;
  }

  private static void collect(String path, @Nullable Object value, Map<String, String> keys) {
    if (!(value instanceof Map<?, ?> group)) {
      return;
    }
    group.forEach((key, below) -> {
      var name = named(path) ? path + ".NAME" : path.isEmpty() ? "" + key : path + "." + key;
      if (isLeaf(name, below)) {
        keys.put(name, below == null || below instanceof Map ? "" : "" + below);
      }
      collect(name, below, keys);
    });
  }

  /// Groups that only hold the schema's own keys need no row.
  private static boolean isLeaf(String name, @Nullable Object below) {
    return !(below instanceof Map)
        || Stream.of("columns", "where", "join", "custom_attributes", "NAME")
            .anyMatch(group -> name.endsWith("." + group) && !name.equals("roster.join.NAME"));
  }

  private static boolean named(String path) {
    return path.equals("roster.join") || path.equals("vocabulary");
  }
}
