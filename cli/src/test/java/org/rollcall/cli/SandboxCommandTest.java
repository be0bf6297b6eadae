package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SandboxCommandTest {
  private static final Pattern ADDRESS = Pattern.compile("at (http://127\\.0\\.0\\.1:\\d+),");

  @TempDir private Path folder;
  private final Captured screen = Captured.plain();

  private int run(String... arguments) {
    return screen.run(new FakeOperations(), arguments);
  }

  @Test
  void it_serves_a_world_until_the_signal_and_then_writes_it_down() throws Exception {
    var world = folder.resolve("club.yaml");
    var end = folder.resolve("end.yaml");
    Files.writeString(
        world, "{workspace: club, token: secret, contacts: [{id: ann, external_id: '1001'}]}");

    var settings = folder.resolve("try.yaml");
    var program =
        start(
            "--world",
            world.toString(),
            "--write-world",
            end.toString(),
            "--write-settings",
            settings.toString());
    try (var lines = program.inputReader()) {
      var line = lines.readLine();
      assertThat(line)
          .contains("workspace club, 1 contact.")
          .endsWith("Point Rollcall at it: rollcall plan --config " + settings);
      assertThat(settings)
          .content()
          .contains("  token: 'secret'\n", "    VP: Facility Vice President\n");
      assertThat(archiveAnn(line)).isEqualTo(200);
      program.toHandle().destroy();
      assertThat(program.waitFor()).isZero();
      assertThat(rest(lines)).isEmpty();
    }
    assertThat(Files.readString(end)).contains("external_id: '1001'").contains("state: archived");
  }

  private static Process start(String... arguments) throws IOException {
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.rollcall.cli.Main",
            "sandbox",
            "--port=0");
    command.command().addAll(List.of(arguments));
    return command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static int archiveAnn(String line) throws IOException, InterruptedException {
    var address = ADDRESS.matcher(line);
    assertThat(address.find()).isTrue();
    var request =
        HttpRequest.newBuilder(URI.create(address.group(1) + "/contacts/ann/archive"))
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .header("Authorization", "Bearer secret")
            .header("Accept", "application/json")
            .header("Intercom-Version", "2.16")
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private static String rest(BufferedReader lines) throws IOException {
    return String.join("\n", lines.lines().toList());
  }

  @Test
  void a_world_file_with_a_mistake_is_named_with_its_line() throws IOException {
    var world = Files.writeString(folder.resolve("club.yaml"), "token: x\npeople: []\n");

    assertThat(run("sandbox", "--port=0", "--world", world.toString())).isEqualTo(2);
    assertThat(screen.err()).contains("club.yaml:2: there is no \"people\" here");
  }

  @Test
  void settings_that_are_there_are_left_as_they_are() throws IOException {
    var settings = Files.writeString(folder.resolve("try.yaml"), "mine");

    assertThat(run("sandbox", "--port=0", "--write-settings", settings.toString())).isEqualTo(2);
    assertThat(screen.err()).contains("try.yaml exists already. Name another file, or leave out");
    assertThat(settings).hasContent("mine");
  }

  @Test
  void a_world_file_that_is_not_there_is_said_to_be_missing() {
    var world = folder.resolve("none.yaml");

    assertThat(run("sandbox", "--world", world.toString())).isEqualTo(2);
    assertThat(screen.err()).contains("There is no file " + world);
  }

  @Test
  void a_port_that_is_taken_is_told() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(run("sandbox", "--port", Integer.toString(taken.getLocalPort()))).isEqualTo(1);
      assertThat(screen.err())
          .contains("Port " + taken.getLocalPort() + " cannot be listened on. Name another");
    }
  }

  @Test
  void a_latency_that_is_none_is_wrong_usage() {
    assertThat(run("sandbox", "--latency", "slow")).isEqualTo(2);
    assertThat(screen.err()).contains("\"slow\" is not a span of time");
  }
}
