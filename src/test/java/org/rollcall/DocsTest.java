package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.config.SettingsText;
import org.rollcall.mapping.Setup;
import org.rollcall.model.FieldName;
import org.rollcall.model.ValueKind;

/// The pages say what the program does.
class DocsTest {
  private static final Path HOME = Path.of(System.getProperty("rollcall.home", "."));
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern KEY = Pattern.compile("(?m)^ *([a-z_]+):");

  @Test
  void the_other_organisations_settings_load() throws IOException {
    var page = read("docs/settings.md");
    var yaml = page.substring(page.indexOf("```yaml") + 7, page.lastIndexOf("```"));
    var setup =
        Setup.read(
            new SettingsText("docs/settings.md", yaml),
            Map.of(
                "DATABASE_URL", "postgresql://club@db.example.org/club",
                "INTERCOM_ACCESS_TOKEN", "token"));
    assertThat(setup.projection().attributes())
        .containsEntry(FieldName.attribute("boat_count"), ValueKind.NUMBER)
        .containsEntry(FieldName.attribute("pier"), ValueKind.TEXT);
  }

  @Test
  void every_key_of_the_built_in_settings_is_described() throws IOException {
    var page = read("docs/settings.md");
    var settings = SettingsText.builtIn().text();
    var schema = settings.substring(settings.indexOf("\nintercom:"));
    assertThat(KEY.matcher(schema).results().map(found -> found.group(1)))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(page).containsPattern("\\b" + key + "\\b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing says where the roster is",
        "both SUPABASE_URL and DATABASE_URL are set",
        "is not a connection string of the form",
        "to which row level security shows an empty table",
        "holds no eligible member",
        "members were read from",
        "The database does not let",
        "The settings do not fit the database",
        "has nothing in its key column",
        "was dropped while it was read",
        "Supabase refused the key (HTTP 401)",
        "over its quota or its bill is open (HTTP 402)",
        "The Supabase project is paused (HTTP 540)",
        "The Supabase address sends elsewhere",
        "does not answer as a REST API",
        "Supabase refused to show the roster",
        "refused the user or the password",
        "could not show the roster (SQL state",
        "Intercom refuses the access token",
        "Intercom could not be asked for",
        "Intercom would not tell",
        "Intercom's contacts could not be read whole",
        "but the settings allow no workspace but",
        "cannot take the contacts as they are mapped",
        "Rate limit reached, waiting",
        "Intercom takes no members in bulk",
        "Whether Intercom took",
        "not seen to be made yet",
        "The roster is empty",
        "The roster has shrunk from",
        "The plan would",
        "Intercom did not keep",
        "Intercom gave no settled answer",
        "and was not touched",
        "could not be put away",
        "Not reached: the run was stopped before this member",
        "Rollcall met something it does not know",
        "This is a mistake in Rollcall"
      })
  void what_the_program_says_is_on_the_page(String fragment) throws IOException {
    assertThat(read("docs/troubleshooting.md")).contains(fragment);
    assertThat(sources()).as("said by the program").contains(fragment);
  }

  @Test
  void every_link_between_pages_leads_somewhere() throws IOException {
    for (var page : pages()) {
      for (var link : LINK.matcher(Files.readString(page)).results().toList()) {
        var target = page.resolveSibling(link.group(1)).normalize();
        assertThat(target).as("linked from " + page).exists();
      }
    }
  }

  private static List<Path> pages() throws IOException {
    try (var docs = Files.walk(HOME.resolve("docs"))) {
      return Stream.concat(
              docs.filter(file -> file.toString().endsWith(".md")),
              Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(HOME::resolve))
          .toList();
    }
  }

  private static String sources() throws IOException {
    try (var files = Files.walk(HOME.resolve("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(DocsTest::text)
          .collect(Collectors.joining("\n"))
          .replaceAll("\"\\s*\\+\\s*\"", "");
    }
  }

  private static String read(String page) throws IOException {
    return Files.readString(HOME.resolve(page));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
