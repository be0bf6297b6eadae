package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.app.App;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;
import org.rollcall.support.TestPostgres;

/// The packaged program in environments like cron's: no locale, and names and values with letters
/// beyond ASCII.
@DisabledOnOs(OS.WINDOWS)
@Tag("slow")
class LocaleIT {
  private static final int MEMBERS = 20;
  private static final Path HOME = Path.of(System.getProperty("rollcall.home", "."));
  private static final String JAVA = System.getProperty("java.home");

  private final World world = EmptyIntercom.world();
  private final SandboxIntercom intercom = EmptyIntercom.of(world);

  @TempDir private Path folder;
  private Path club;
  private SandboxServer server;
  private String url;

  @BeforeEach
  void start() throws Exception {
    server = SandboxServer.start(intercom, 0, Duration.ZERO);
    var database = TestPostgres.database();
    try (var connection = database.connect()) {
      SampleRoster.of(MEMBERS).load(connection);
    }
    database.execute("update members set status = 'Zoë'");
    url = database.urlOfReader("grünüber");
    club = Files.createDirectory(folder.resolve("Käsefreunde"));
    Files.writeString(
        club.resolve("wähler.yaml"),
        new App(Map.of(), folder, InstantSource.system())
            .settingsTemplate()
            .replaceFirst("(?s)\ntests:.*?\n\n", "\n\n")
            .replace("status: [Active, Retired]", "status: ['${WHO}']")
            .replace("\n  positions:\n", "\n  positions:\n    WHO: ${WHO}\n")
            .replace(
                "required(member.type.type_name, 'the roster has no name for the member type')",
                "named('WHO', 'positions')"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "LANG=C", "LC_ALL=POSIX", "LC_ALL=xx_XX.UTF-8", "LANG=C.UTF-8"})
  void a_run_is_right_whatever_the_locale(String locale) throws Exception {
    var ended =
        launched(
            locale,
            environment("Zoë"),
            "sync",
            "--config",
            "Käsefreunde/wähler.yaml",
            "--report",
            "Käsefreunde/prüfung.json",
            "--log-file",
            "Käsefreunde/läuft.log");
    assertThat(ended.code()).as(ended.text()).isZero();
    assertThat(world.contacts()).isNotEmpty();
    assertThat(world.contacts())
        .extracting((StoredContact contact) -> contact.attributes().get("member_type").toString())
        .allMatch(type -> type.contains("Zoë"));
    assertThat(club).isDirectoryContaining(file -> file.endsWith(".rollcall"));
    assertThat(club.resolve("prüfung.json")).isNotEmptyFile();
    assertThat(club.resolve("läuft.log")).exists();
  }

  @Test
  void it_may_be_started_in_a_folder_with_such_a_name() throws Exception {
    Files.move(club.resolve("wähler.yaml"), club.resolve("rollcall.yaml"));
    var ended = launched(club, "", environment("Zoë"), "sync", "--report", "nächte.json");
    assertThat(ended.code()).as(ended.text()).isZero();
    assertThat(club.resolve("nächte.json")).exists();
    assertThat(club.resolve(".rollcall/rollcall.db")).exists();
  }

  @Test
  void without_the_launcher_a_name_that_is_lost_is_told_in_one_line() throws Exception {
    var ended = plain(folder, "LC_ALL=C", Map.of(), "sync", "--config", "Käsefreunde/wähler.yaml");
    assertThat(ended.code()).isEqualTo(2);
    assertOneLine(ended, "The argument \"K", "LC_ALL=C.UTF-8", "./rollcall");
  }

  @Test
  void so_is_a_value_that_is_lost_and_nothing_is_written() throws Exception {
    Files.move(club, folder.resolve("club"));
    var ended =
        plain(
            folder,
            "LC_ALL=POSIX",
            environment("Zoë"),
            "sync",
            "--config",
            Files.move(folder.resolve("club/wähler.yaml"), folder.resolve("club/a.yaml"))
                .toString());
    assertThat(ended.code()).as(ended.text()).isEqualTo(2);
    assertThat(ended.text())
        .contains("the environment variable WHO", "LC_ALL=C.UTF-8")
        .contains("the environment variable DATABASE_URL")
        .doesNotContain("gr", "Exception", "\tat ");
    assertThat(world.contacts()).isEmpty();
  }

  @Test
  void so_is_a_folder_that_is_lost() throws Exception {
    Files.move(club.resolve("wähler.yaml"), club.resolve("rollcall.yaml"));
    assertOneLine(
        plain(club, "", Map.of(), "history"), "The folder that Rollcall was started in", "LC_ALL");
    assertOneLine(
        plain(folder, "", Map.of("ROLLCALL_STATE", club.toString()), "history"),
        "the environment variable ROLLCALL_STATE",
        "LC_ALL");
    assertOneLine(
        plain(folder, "", Map.of("HOME", club.toString()), "history"),
        "the environment variable HOME",
        "LC_ALL");
    assertThat(plain(club, "", Map.of(), "sync", "--help").code()).isZero();
    assertThat(plain(club, "", Map.of(), "--version").code()).isZero();
  }

  @Test
  void a_file_that_the_settings_name_is_told_as_well() throws Exception {
    var several = Files.writeString(folder.resolve("several.yaml"), "syncs: { north: nörd.yaml }");
    assertOneLine(
        plain(folder, "", Map.of(), "sync", "--config", several.toString()), "n", "LC_ALL");
  }

  @Test
  void bytes_that_are_no_utf_8_are_told_under_any_locale() throws Exception {
    var latin1 = "WHO=$(printf 'Zo\\353') exec \"$0\" sync --config Käsefreunde/wähler.yaml";
    var command =
        List.of("/bin/sh", "-c", latin1, HOME.resolve("rollcall").toRealPath().toString());
    var ended = started(folder, "", environment(""), command);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.text().lines())
        .allMatch(line -> line.contains("variable WHO cannot be read: it is not UTF-8"));
  }

  private static void assertOneLine(Ended ended, String... parts) {
    assertThat(ended.text().lines()).as(ended.text()).hasSize(1);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.text()).contains(parts).doesNotContain("Exception", "java.");
  }

  private Map<String, String> environment(String who) {
    return Map.of(
        "DATABASE_URL",
        url,
        "INTERCOM_API_URL",
        server.uri().toString(),
        "INTERCOM_ACCESS_TOKEN",
        "sandbox",
        "WHO",
        who);
  }

  private record Ended(int code, String text) {}

  private Ended launched(String locale, Map<String, String> environment, String... arguments)
      throws Exception {
    return launched(folder, locale, environment, arguments);
  }

  private static Ended launched(
      Path from, String locale, Map<String, String> environment, String... arguments)
      throws Exception {
    var command = new ArrayList<>(List.of(HOME.resolve("rollcall").toRealPath().toString()));
    command.addAll(List.of(arguments));
    return started(from, locale, environment, command);
  }

  /// Without the launcher.
  private static Ended plain(
      Path from, String locale, Map<String, String> environment, String... arguments)
      throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(JAVA, "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                HOME.resolve("cli/target/rollcall.jar").toRealPath().toString()));
    command.addAll(List.of(arguments));
    return started(from, locale, environment, command);
  }

  private static Ended started(
      Path from, String locale, Map<String, String> environment, List<String> command)
      throws Exception {
    var builder = new ProcessBuilder(command).directory(from.toFile());
    builder.environment().clear();
    builder.environment().put("ROLLCALL_JAVA_HOME", JAVA);
    builder.environment().putAll(environment);
    if (!locale.isEmpty()) {
      var assignment = locale.split("=", 2);
      builder.environment().put(assignment[0], assignment[1]);
    }
    var process = builder.redirectErrorStream(true).start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), text);
  }
}
