package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.SyncName;
import org.rollcall.settings.SettingsText;

class SettingsCheckTest {
  private static final Map<String, String> WHOLE =
      Map.of("DATABASE_URL", "postgresql://club@db.example.org/club", "INTERCOM_ACCESS_TOKEN", "t");

  @TempDir private Path folder;

  @Test
  void settings_without_a_mistake_have_none() {
    assertThat(check(WHOLE)).isEqualTo(new Validation("built-in settings", List.of(), 5));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void all_mistakes_are_told_together_and_once() throws IOException {
    write(
        "rollcall.yaml",
        SettingsText.builtIn()
                .text()
                .replace("rate: 166/10s", "rate: fast")
                .replace("keep: 90d", "keep: long")
            + "\nnotify: [{pager: {}}]\n");
    assertThat(check(Map.of("DATABASE_URL", "postgresql://club@db.example.org/club")).mistakes())
        .hasSize(5)
        .doesNotHaveDuplicates()
        .anyMatch(line -> line.contains("intercom.rate is \"fast\""))
        .anyMatch(line -> line.contains("store.keep is \"long\""))
        .anyMatch(line -> line.contains("INTERCOM_ACCESS_TOKEN is not set"))
        .anyMatch(line -> line.contains("unknown key \"pager\" in notify"));
  }

  @Test
  void a_test_of_the_mapping_that_does_not_hold_is_a_mistake_in_its_line() throws IOException {
    write(
        "rollcall.yaml",
        SettingsText.builtIn()
            .text()
            .replace("'RNAV' : member.region.code", "'GONE' : member.region.code"));
    assertThat(check(WHOLE).mistakes())
        .singleElement()
        .asString()
        .matches(
            ".*rollcall.yaml:\\d+:\\d+: test \"retired members belong to no region\": expected that custom_attributes.region is \"RNAV\", but it is \"GONE\"");
  }

  @Test
  void the_token_and_the_key_are_part_of_it() {
    assertThat(check(Map.of("DATABASE_URL", "postgresql://club@db.example.org/club")).mistakes())
        .singleElement()
        .asString()
        .contains("INTERCOM_ACCESS_TOKEN is not set");
    assertThat(
            check(
                    Map.of(
                        "SUPABASE_URL",
                        "https://ref.supabase.co",
                        "SUPABASE_SERVICE_ROLE_KEY",
                        "sb_publishable_0123456789",
                        "INTERCOM_ACCESS_TOKEN",
                        "t"))
                .mistakes())
        .singleElement()
        .asString()
        .contains("is a publishable key")
        .doesNotContain("0123456789");
  }

  @Test
  void every_sync_is_looked_at_or_the_one_that_is_named() throws IOException {
    write("rollcall.yaml", "syncs: {north: north.yaml, south: south.yaml}\n");
    write("north.yaml", named().replace("leads: keep", "leads: lose"));
    write("south.yaml", named().replace("leavers: ignore", "leavers: hide"));
    assertThat(check(WHOLE).mistakes())
        .hasSize(2)
        .anyMatch(line -> line.contains("north.yaml") && line.contains("leads is \"lose\""))
        .anyMatch(line -> line.contains("south.yaml") && line.contains("leavers is \"hide\""));
    var south = Selection.USUAL.of(new SyncName("south"));
    assertThat(app(WHOLE).validate(south).mistakes()).singleElement().asString().contains("hide");
    assertThat(app(WHOLE).validate(Selection.USUAL.of(new SyncName("west"))).mistakes())
        .containsExactly("No sync is called west. The settings name: north, south.");
    write("rollcall.yaml", "syncs: {north: no.yaml, south: nor.yaml}\n");
    assertThat(check(WHOLE).mistakes()).hasSize(2).allMatch(line -> line.contains("no such file"));
  }

  /// The built-in settings without what belongs to the whole program.
  private static String named() {
    return SettingsText.builtIn().text().replaceFirst("(?ms)^store:$.*?(?=^# ──)", "");
  }

  private Validation check(Map<String, String> environment) {
    return app(environment)
        .validate(new Selection(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private App app(Map<String, String> environment) {
    return new App(environment, folder, InstantSource.system());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
