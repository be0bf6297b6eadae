package org.rollcall.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.ShellRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The image, built by buildah on a Debian that is made here, since no registry is at hand, and run
/// as its configuration says: its user, its variables, its entry point, a root that cannot be
/// written.
@Tag("slow")
class ImageIT {
  private static final String NAME = "localhost/rollcall:tried";

  @TempDir private Path folder;
  private String buildah;

  @BeforeEach
  void find() throws Exception {
    assumeTrue(MinimalDebian.isHere("buildah"), "this machine lacks buildah");
    buildah =
        "buildah --storage-driver vfs --root %1$s/images --runroot %1$s/run".formatted(folder);
  }

  @AfterEach
  void forget() throws Exception {
    ShellRun.here(
        folder, List.of("sh", "-c", buildah + " rm --all; " + buildah + " rmi --all --force"));
  }

  @Test
  void a_night_runs_in_it() throws Exception {
    base();
    Distribution.archive();
    sh("IMAGE_TOOL='" + buildah + "' script/image --base localhost/base " + NAME);
    var configuration = configuration();
    assertThat(configuration.path("User").asString()).isEqualTo("10001:10001");
    assertThat(configuration.path("Labels").path("org.opencontainers.image.licenses").asString())
        .isEqualTo("Apache-2.0");
    assertThat(configuration.path("Volumes").has("/var/lib/rollcall")).isTrue();
    var root =
        Path.of(sh(buildah + " mount $(" + buildah + " from --pull-never " + NAME + ")").strip());
    var debian = new MinimalDebian(root);
    // A base without a shell would do as well: the entry point is Java itself.
    Files.delete(root.resolve("usr/bin/dash"));
    try (var stage = new NightStage(folder)) {
      var environment = new HashMap<>(stage.environment());
      environment.putAll(variables(configuration));
      stage.playTwice(
          "Image",
          debian,
          configuration.path("User").asString(),
          stage.stateOf(10001),
          environment,
          command(configuration, "sync"));
    }
  }

  private void base() throws Exception {
    try (var debian = MinimalDebian.copy()) {
      sh(
          "container=$(%1$s from scratch) && %1$s copy --quiet $container %2$s / && %1$s commit --quiet $container localhost/base"
              .formatted(buildah, debian.root()));
    }
  }

  private JsonNode configuration() throws Exception {
    var inspected = sh(buildah + " inspect --type image " + NAME);
    return JsonMapper.shared().readTree(inspected).path("OCIv1").path("config");
  }

  private static Map<String, String> variables(JsonNode configuration) {
    var variables = new HashMap<String, String>();
    for (var each : configuration.path("Env").values()) {
      var parts = each.asString().split("=", 2);
      variables.put(parts[0], parts[1]);
    }
    return variables;
  }

  private static List<String> command(JsonNode configuration, String... arguments) {
    var command = new ArrayList<String>();
    configuration.path("Entrypoint").values().forEach(each -> command.add(each.asString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static String sh(String command) throws IOException, InterruptedException {
    return ShellRun.here(Distribution.HOME, List.of("sh", "-ec", command)).succeeded();
  }
}
