package org.rollcall.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.server.access.Needs;
import org.rollcall.server.api.Api;
import org.rollcall.server.api.Description;
import org.rollcall.server.runs.CurrentRuns;
import org.rollcall.server.runs.RunLauncher;
import org.rollcall.server.runs.ServedProgram;

/// The description names each path that there is, with the role that it needs, and no other.
@Tag("slow")
class ApiRoutesTest {
  @TempDir private Path folder;

  @Test
  void whatever_is_described_is_there_and_whatever_is_there_is_described() throws Exception {
    assertThat(there()).isEqualTo(described());
  }

  private static Map<String, String> described() {
    var paths = new TreeMap<String, String>();
    Description.read()
        .openapi()
        .path("paths")
        .propertyStream()
        .forEach(path ->
            Stream.of("get", "post", "put", "delete")
                .filter(path.getValue()::has)
                .forEach(method ->
                    paths.put(
                        method.toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        path.getValue().path(method).path("x-role").asString())));
    return paths;
  }

  private Map<String, String> there() throws Exception {
    try (var stage = new ServiceStage(folder, Instant.parse("2026-11-27T20:00:00Z"))) {
      stage.settings("");
      try (var program = new ServedProgram(stage::program, stage.selection());
          var store = program.openStore()) {
        var runs = new CurrentRuns(1, _ -> {});
        var launcher = new RunLauncher(program, runs, stage.log());
        var api = new Api(program, runs, launcher, (_, _, _) -> {}, store, () -> {}, stage.clock);
        var javalin = Javalin.create(config -> api.addTo(config.routes));
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
            .map(handler -> handler.endpoint)
            .collect(
                Collectors.toMap(
                    endpoint -> endpoint.method + " " + endpoint.path,
                    ApiRoutesTest::role,
                    (one, _) -> one,
                    TreeMap::new));
      }
    }
  }

  private static String role(Endpoint endpoint) {
    var roles = endpoint.metadata(Roles.class);
    return roles == null
        ? "none"
        : roles.getRoles().stream()
            .filter(Needs.class::isInstance)
            .map(each -> ((Needs) each).name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
  }
}
