package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.support.Pages;
import org.rollcall.support.YamlText;

/// What is ready to copy hangs together: one version, one time of the night, one page that lists
/// it.
class DeployTest {
  private static final Path HOME = Path.of(System.getProperty("rollcall.home", "."));

  /// Where a version of Rollcall stands, as `script/release` finds it.
  private static final Pattern VERSION =
      Pattern.compile("(?:rollcall[:_-]|ROLLCALL_VERSION[:=] ?|download/v)(\\d+\\.\\d+\\.\\d+)");

  @ParameterizedTest
  @MethodSource("files")
  void every_file_is_listed_and_says_what_was_not_tried(Path file) throws IOException {
    var name = HOME.resolve("deploy").relativize(file).toString();
    assertThat(Pages.read("deploy/README.md")).contains("](" + name + ")");
    var row =
        Pages.rows("deploy/README.md")
            .filter(cells -> cells.getFirst().contains("](" + name + ")"))
            .toList();
    if (row.getFirst().getLast().contains("not tried")) {
      assertThat(Files.readString(file)).contains("# Not tried");
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_yaml_can_be_read(Path file) {
    if (file.toString().matches(".*\\.ya?ml")) {
      assertThat(YamlText.documents(HOME.relativize(file).toString())).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void every_schedule_is_eight_in_the_morning(String cron) {
    var parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    assertThat(
            ExecutionTime.forCron(parser.parse(cron))
                .nextExecution(ZonedDateTime.parse("2026-11-27T17:00:00Z")))
        .hasValue(ZonedDateTime.parse("2026-11-28T08:00:00Z"));
  }

  @Test
  void a_percent_sign_would_end_the_line_of_cron() {
    assertThat(cronLine()).doesNotContain("%").endsWith("}");
  }

  @Test
  void all_of_it_names_one_version() throws IOException {
    var versions = new TreeSet<String>();
    for (var file : files().toList()) {
      VERSION
          .matcher(Files.readString(file))
          .results()
          .forEach(found -> versions.add(found.group(1)));
    }
    VERSION
        .matcher(Pages.read("docs/install.md"))
        .results()
        .forEach(found -> versions.add(found.group(1)));
    assertThat(versions).hasSize(1);
    var ours = projectVersion();
    if (!ours.endsWith("-SNAPSHOT")) {
      assertThat(versions).containsExactly(ours);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ci.yml", "release.yml"})
  void what_a_workflow_starts_is_there(String name) {
    var started =
        Pattern.compile("(?:script|\\.ci)/\\w+").matcher(Pages.read(".github/workflows/" + name));
    assertThat(started.results().map(found -> HOME.resolve(found.group())))
        .isNotEmpty()
        .allMatch(Files::isExecutable);
  }

  @Test
  void no_platform_gets_a_secret_that_others_see() {
    var secret = Pattern.compile("TOKEN|KEY|STORE_URL|DATABASE_URL");
    var variables = (List<?>) YamlText.at("deploy/digitalocean/app.yaml", "jobs", 0, "envs");
    assertThat(variables)
        .map(each -> (Map<?, ?>) each)
        .filteredOn(each -> secret.matcher((String) each.get("key")).find())
        .hasSize(3)
        .allMatch(
            each -> "SECRET".equals(each.get("type")) && "CHANGE-ME".equals(each.get("value")));
  }

  static List<Object> schedules() {
    return List.of(
        YamlText.at("deploy/digitalocean/app.yaml", "jobs", 0, "schedule", "cron"),
        YamlText.at("deploy/kubernetes/cronjob.yaml", "spec", "schedule"),
        YamlText.at("deploy/github/rollcall-night.yml", "on", "schedule", 0, "cron"),
        cronLine().substring(0, cronLine().indexOf(" rollcall ")));
  }

  static Stream<Path> files() throws IOException {
    try (var files = Files.walk(HOME.resolve("deploy"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("README.md"))
          .toList()
          .stream();
    }
  }

  /// The line that cron reads, without comments and variables.
  static String cronLine() {
    return Pages.read("deploy/cron/rollcall")
        .lines()
        .filter(line -> line.matches("[\\d*].*"))
        .findFirst()
        .orElseThrow();
  }

  private static String projectVersion() {
    var version = Pattern.compile("rollcall-parent</artifactId>\\s*<version>([^<]+)<");
    return version.matcher(Pages.read("pom.xml")).results().findFirst().orElseThrow().group(1);
  }
}
