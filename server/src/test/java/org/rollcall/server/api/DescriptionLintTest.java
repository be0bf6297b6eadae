package org.rollcall.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.support.NodeModules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The description as it is served, before the eyes of a linter that knows OpenAPI 3.1.
@Tag("slow")
class DescriptionLintTest {
  private final JsonNode api = Description.read().openapi();

  @TempDir private Path folder;

  private record Verdict(int code, String text) {}

  @Test
  void the_linter_finds_no_mistake_in_it_and_would_find_one() throws Exception {
    var good = lint(api);
    assertThat(good.text())
        .contains("Your API description is valid")
        .doesNotContainPattern("\\d:\\d+ +(error|warning) ");
    assertThat(good.code()).isZero();

    var spoilt = (ObjectNode) api.deepCopy();
    ((ObjectNode) spoilt.path("components").path("schemas")).remove("Run");
    var bad = lint(spoilt);
    assertThat(bad.code()).isPositive();
    assertThat(bad.text()).contains("no-unresolved-refs");
  }

  /// Two rules are not ours: each operation describes its refusals under `default`, and events are
  /// described although JSON Schema cannot say where they stand.
  private Verdict lint(JsonNode description) throws IOException, InterruptedException {
    var file = Files.write(folder.resolve("openapi.json"), Answer.bytes(description));
    var builder =
        new ProcessBuilder(
                "node",
                NodeModules.file("@redocly/cli/bin/cli.js").toString(),
                "lint",
                "--extends",
                "recommended",
                "--skip-rule",
                "operation-4xx-response",
                "--skip-rule",
                "no-unused-components",
                "--format",
                "stylish",
                file.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    // It asks nobody for a newer version, and tells nobody of itself.
    builder.environment().put("REDOCLY_TELEMETRY", "off");
    builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    var linting = builder.start();
    var said = new String(linting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Verdict(linting.waitFor(), said);
  }
}
