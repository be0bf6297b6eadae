package org.rollcall.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.access.AccessRole;
import org.rollcall.access.AuditEntry;
import org.rollcall.support.SelfSigned;

/// The samples for nginx and Caddy, each in front of a service, with TLS and a certificate that is
/// made for it. Skipped where the machine has not got them.
@Tag("slow")
class ProxyTest {
  private static final Path SAMPLES = Path.of(System.getProperty("rollcall.home", ".."), "deploy");
  private static final String NAME = "rollcall.example.org";

  @TempDir private Path folder;
  private final List<Process> started = new ArrayList<>();
  private ServiceStage stage;
  private Service service;
  private Path chain;
  private Path key;
  private int port;

  @BeforeEach
  void start() throws Exception {
    stage = new ServiceStage(folder, Instant.parse("2026-11-27T20:00:00Z"));
    stage.settings("server: { behind_proxy: true, public_url: 'https://%s' }".formatted(NAME));
    service = stage.service();
    var certificate = SelfSigned.of(NAME, folder);
    chain = certificate.pem(folder);
    key = certificate.keyPem(folder);
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  @AfterEach
  void stop() throws Exception {
    for (var each : started) {
      each.descendants().forEach(ProcessHandle::destroyForcibly);
      each.destroyForcibly().waitFor();
    }
    service.close();
    stage.close();
  }

  @Test
  void nginx_stands_before_the_service() throws Exception {
    var nginx = program("nginx");
    assumeTrue(nginx.isPresent(), "this machine has no nginx");
    var sample =
        adapted("nginx.conf")
            .replace("listen 443", "listen 127.0.0.1:" + port)
            .replaceFirst("(?s)server \\{\\s+listen 80;.*", "");
    var whole =
        """
        daemon off;
        user root;
        pid %1$s/nginx.pid;
        error_log stderr;
        events {}
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
        %2$s
        }
        """
            .formatted(folder, sample);
    var file = Files.writeString(folder.resolve("nginx.conf"), whole);
    launch(nginx.get(), "-e", "stderr", "-p", folder.toString(), "-c", file.toString());
    serves();
  }

  @Test
  void caddy_stands_before_the_service() throws Exception {
    var caddy = program("caddy");
    assumeTrue(caddy.isPresent(), "this machine has no caddy");
    var sample =
        adapted("Caddyfile")
            .replace(
                NAME + " {",
                "{\n\tadmin off\n\tauto_https off\n}\n\nhttps://%s:%d {\n\tbind 127.0.0.1\n\ttls %s %s"
                    .formatted(NAME, port, chain, key));
    var file = Files.writeString(folder.resolve("Caddyfile"), sample);
    launch(caddy.get(), "run", "--adapter", "caddyfile", "--config", file.toString());
    serves();
  }

  private String adapted(String sample) throws IOException {
    return Files.readString(SAMPLES.resolve(sample))
        .replace("127.0.0.1:8377", "127.0.0.1:" + service.port())
        .replace("/etc/letsencrypt/live/%s/fullchain.pem".formatted(NAME), chain.toString())
        .replace("/etc/letsencrypt/live/%s/privkey.pem".formatted(NAME), key.toString());
  }

  private void serves() throws Exception {
    ServiceStage.await(() -> asked("/healthz").contains("alive"));
    assertThat(asked("/api/v1/syncs")).contains("401");
    var token = token();
    var bearer = "Authorization: Bearer " + token;
    assertThat(asked("/api/v1/syncs", "-H", bearer)).contains("\"default\"");
    assertThat(asked("/healthz", "-i").lines())
        .anyMatch(line -> line.equalsIgnoreCase("strict-transport-security: max-age=31536000"));

    stage.roster.hold();
    var begun =
        asked(
            "/api/v1/syncs/default/runs",
            "-H",
            bearer,
            "-H",
            "X-Forwarded-For: 203.0.113.9",
            "-X",
            "POST",
            "-w",
            "%header{location}");
    var run = begun.substring(begun.indexOf("/api/v1/runs/")).strip();
    assertThat(whoAsked()).isNotEmpty().containsOnly("127.0.0.1");

    eventsComeWhileTheRunGoesOn(run, bearer);
  }

  /// The roster is held, so the run cannot end before its first events were heard.
  private void eventsComeWhileTheRunGoesOn(String run, String bearer) throws Exception {
    var heard = folder.resolve("events");
    var command = curl(run + "/events", "-N", "-H", bearer);
    var following = new ProcessBuilder(command).redirectOutput(heard.toFile()).start();
    started.add(following);
    ServiceStage.await(() -> text(heard).contains("event: admitted"));
    assertThat(text(heard)).doesNotContain("event: end");
    stage.roster.release();
    assertThat(following.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(text(heard)).contains("event: end");
  }

  private String token() {
    try (var program = stage.program()) {
      return program
          .access(stage.selection())
          .issue("ci", AccessRole.OPERATOR, Optional.empty())
          .value()
          .secret();
    }
  }

  private List<String> whoAsked() {
    try (var program = stage.program()) {
      return program
          .access(stage.selection())
          .audit()
          .entries(Optional.empty())
          .filter(entry -> entry.action().startsWith("POST"))
          .map(AuditEntry::from)
          .distinct()
          .toList();
    }
  }

  private String asked(String path, String... options) {
    try {
      var asking = new ProcessBuilder(curl(path, options)).redirectErrorStream(true).start();
      started.add(asking);
      var said = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      asking.waitFor();
      return said;
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private List<String> curl(String path, String... options) {
    var command =
        new ArrayList<>(
            List.of(
                "curl",
                "--silent",
                "--show-error",
                "--max-time",
                "60",
                "--cacert",
                chain.toString(),
                "--resolve",
                "%s:%d:127.0.0.1".formatted(NAME, port)));
    command.addAll(List.of(options));
    command.add("https://%s:%d%s".formatted(NAME, port, path));
    return command;
  }

  private void launch(String... command) throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("XDG_DATA_HOME", folder.toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    started.add(
        builder
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("proxy.log").toFile())
            .start());
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  /// Debian has servers where a user's path does not look.
  private static Optional<String> program(String name) {
    return Stream.of("/usr/sbin/", "/usr/bin/", "/usr/local/bin/")
        .map(place -> place + name)
        .filter(each -> Files.isExecutable(Path.of(each)))
        .findFirst();
  }
}
