package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.settings.ProgramSettings;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsException;
import org.rollcall.settings.SettingsText;
import org.rollcall.support.Pages;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;
import wiremock.com.networknt.schema.InputFormat;
import wiremock.com.networknt.schema.JsonSchema;
import wiremock.com.networknt.schema.JsonSchemaFactory;
import wiremock.com.networknt.schema.SpecVersion;

/// `docs/settings.schema.json` knows the keys and words that the settings' reader knows: the reader
/// names them itself when it refuses others.
class SettingsSchemaTest {
  private static final String PAGE = "docs/settings.schema.json";
  private static final SchemaPlaces PLACES = SchemaPlaces.of(Pages.read(PAGE));
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<String, String> ENVIRONMENT =
      Map.of("DATABASE_URL", "postgresql://club@db.example.org/club");

  /// `a, b or c`, and nothing else.
  private static final Pattern CHOICE = Pattern.compile("\\w+(, \\w+)*( or \\w+)?");

  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(Pages.read(PAGE));

  @Test
  void its_keys_are_the_readers() {
    assertThat(PLACES.groups()).hasSizeGreaterThan(18);
    PLACES
        .groups()
        .forEach((place, keys) -> {
          var known = new TreeSet<>(keys);
          known.remove("syncs");
          var told = told(place.with("zzz", 1), "unknown key \"zzz\"");
          assertThat(words(told.replaceFirst(".*; expected ", "")))
              .as("%s", place)
              .isEqualTo(known);
        });
  }

  @Test
  void beside_syncs_it_knows_what_the_reader_knows_there() {
    var program =
        new ProgramSettings(
            new SettingsText("s.yaml", "{syncs: {north: north.yaml}, zzz: 1}"), ENVIRONMENT);
    var told = refusals(program::syncs).getFirst();
    assertThat(words(told.replaceFirst(".*; expected ", ""))).isEqualTo(PLACES.besideSyncs());
  }

  @Test
  void its_words_are_the_readers() {
    assertThat(PLACES.words()).hasSizeGreaterThan(10);
    PLACES
        .words()
        .forEach((place, known) -> {
          known.forEach(word -> assertThat(refusals(place.holding(word))).noneMatch(place::isIn));
          var told = told(place.holding("zzz"), place.name() + " is \"zzz\"");
          var expected = told.replaceFirst(".*; expected ", "");
          if (CHOICE.matcher(expected).matches()) {
            assertThat(words(expected)).as("%s", place).isEqualTo(known);
          }
        });
  }

  @Test
  void its_numbers_reach_as_far_as_the_readers() {
    assertThat(PLACES.ranges()).hasSize(6);
    PLACES
        .ranges()
        .forEach((place, range) ->
            assertThat(told(place.holding(-1), place.name())).endsWith("a whole number " + range));
  }

  @ParameterizedTest
  @CsvSource({
    "share, a share such as",
    "duration, a duration such as",
    "flag, true or false",
    "expression, an expression"
  })
  void its_forms_are_the_readers(String form, String expected) {
    var places = PLACES.form(form);
    assertThat(places).hasSizeGreaterThan(3);
    for (var place : places) {
      var wrong = form.equals("expression") ? List.of("a", "list") : "zzz";
      assertThat(told(place.holding(wrong), place.name())).contains("; expected " + expected);
    }
  }

  @Test
  void it_takes_the_built_in_settings_and_all_examples() {
    assertThat(mistakes(SettingsText.builtIn().text())).isEmpty();
    assertThat(mistakes(Pages.blocks("docs/settings.md", "yaml").getFirst())).isEmpty();
    for (var block : Pages.blocks("docs/schedule.md", "yaml")) {
      assertThat(mistakes(SettingsText.builtIn().text() + "\n" + block)).isEmpty();
    }
    var notify = Pages.blocks("docs/notifications.md", "yaml");
    assertThat(notify).isNotEmpty();
    for (var block : notify) {
      var whole = block.startsWith("notify:") ? block : "notify:\n" + block;
      assertThat(mistakes("syncs: {a: a.yaml}\n" + whole)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tabel: members",
        "batch_size: 0",
        "duplicates: perhaps",
        "safeguard: {creates: half}",
        "store: {keep: 90 days}",
        "server: {behind_proxy: perhaps}",
        "intercom: {region: uk}",
        "notify: [{pager: {}}]",
        "schedule: {corn: 0 8 * * *}",
        "schedule: {after: {not_before: 07:30}}",
        "syncs: {north: north.yaml}"
      })
  void it_refuses_what_the_reader_refuses(String line) {
    assertThat(mistakes(SettingsText.builtIn().text() + "\n" + line)).isNotEmpty();
  }

  private Set<?> mistakes(String yaml) {
    var settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
    var document = new Load(settings).loadFromString(yaml);
    return schema.validate(JSON.writeValueAsString(document), InputFormat.JSON);
  }

  /// The only thing that the reader says of these settings which begins like that.
  private static String told(Object settings, String begin) {
    return refusals(settings).stream()
        .filter(each -> each.startsWith(begin))
        .reduce((one, two) -> one + "\n" + two)
        .orElseGet(() -> "nothing is said of " + settings);
  }

  private static List<String> refusals(Object settings) {
    var text = new SettingsText("s.yaml", JSON.writeValueAsString(settings));
    return refusals(() -> Settings.read(text, ENVIRONMENT));
  }

  private static List<String> refusals(Runnable reading) {
    try {
      reading.run();
      return List.of();
    } catch (SettingsException wrong) {
      return wrong.problems().stream().map(problem -> problem.message()).toList();
    }
  }

  private static Set<String> words(String choice) {
    return new TreeSet<>(List.of(choice.split(", | or ", -1)));
  }
}
