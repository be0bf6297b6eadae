package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirDeletionStrategy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.support.SelfSigned;
import org.rollcall.support.Tokens;
import org.rollcall.support.WrongDoor;

/// Addresses at which no retry helps: each command comes once, and says in a line what to do.
@Tag("slow")
class DeadEndTest {
  /// Where nobody listens.
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "DATABASE_URL", "postgresql://u:hunter2@127.0.0.1:1/d",
          "SUPABASE_SERVICE_ROLE_KEY", Tokens.SECRET_KEY,
          "INTERCOM_API_URL", "http://127.0.0.1:1",
          "INTERCOM_ACCESS_TOKEN", "dG9rOmludmVudGVk");

  @TempDir private static Path keys;
  private static SelfSigned unknown;
  private static SelfSigned other;

  /// The store is opened beside the first question, and may still write when that has failed.
  @TempDir(deletionStrategy = TempDirDeletionStrategy.IgnoreFailures.class)
  private Path folder;

  @BeforeAll
  static void make() throws Exception {
    unknown = SelfSigned.of("localhost", keys);
    other = SelfSigned.of("elsewhere.example", keys);
  }

  @ParameterizedTest
  @CsvSource({
    "sync, SUPABASE_URL",
    "doctor, SUPABASE_URL",
    "sync, INTERCOM_API_URL",
    "doctor, INTERCOM_API_URL"
  })
  void a_certificate_that_nobody_vouches_for(String command, String setting) throws Exception {
    try (var door = WrongDoor.tls(unknown.showing())) {
      var told = told(command, setting, "https://localhost:" + door.port());
      assertThat(told).contains("certificate").contains("trust").contains(setting);
      if (command.equals("sync")) {
        assertThat(door.visitors()).isOne();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUPABASE_URL", "INTERCOM_API_URL"})
  void a_server_that_speaks_no_tls(String setting) throws Exception {
    try (var door = WrongDoor.plainHttp()) {
      var told = told("sync", setting, "https://localhost:" + door.port());
      assertThat(told)
          .contains("localhost:" + door.port() + " does not speak TLS")
          .contains(setting);
      assertThat(door.visitors()).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUPABASE_URL", "INTERCOM_API_URL"})
  void a_host_that_nobody_knows(String setting) {
    assertThat(told("sync", setting, "https://nowhere.invalid"))
        .contains("The name of the host nowhere.invalid is unknown")
        .contains(setting);
  }

  @Test
  void a_database_with_the_certificate_of_another_host() throws Exception {
    try (var door = WrongDoor.postgres(other.showing())) {
      var url =
          "postgresql://u:hunter2@localhost:%d/d?sslmode=verify-full&sslrootcert=%s"
              .formatted(door.port(), other.pem(folder));
      assertThat(told("sync", "DATABASE_URL", url))
          .contains("is for another host")
          .contains("DATABASE_URL");
      assertThat(door.visitors()).isOne();
    }
  }

  @Test
  void a_database_with_a_certificate_that_the_root_does_not_vouch_for() throws Exception {
    try (var door = WrongDoor.postgres(unknown.showing())) {
      var url =
          "postgresql://u:hunter2@localhost:%d/d?sslmode=verify-full&sslrootcert=%s"
              .formatted(door.port(), other.pem(folder));
      assertThat(told("sync", "DATABASE_URL", url)).contains("sslrootcert");
      assertThat(door.visitors()).isOne();
    }
  }

  @Test
  void a_database_without_tls_where_the_settings_want_it() throws Exception {
    try (var door = WrongDoor.postgresWithoutTls()) {
      var url = "postgresql://u:hunter2@localhost:%d/d?sslmode=require".formatted(door.port());
      assertThat(told("sync", "DATABASE_URL", url)).contains("offers no TLS").contains("sslmode");
      assertThat(door.visitors()).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"require", "disable"})
  void a_web_server_where_the_database_should_be(String mode) throws Exception {
    try (var door = WrongDoor.plainHttp()) {
      var url = "postgresql://u:hunter2@localhost:%d/d?sslmode=%s".formatted(door.port(), mode);
      assertThat(told("sync", "DATABASE_URL", url))
          .contains("is no PostgreSQL server")
          .contains("DATABASE_URL");
      assertThat(door.visitors()).isOne();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sync, SUPABASE_URL, https://your-project-ref.supabase.co",
    "doctor, SUPABASE_SERVICE_ROLE_KEY, your-service-role-key",
    "sync, SUPABASE_SERVICE_ROLE_KEY, [YOUR-SERVICE-ROLE-KEY]",
    "sync, INTERCOM_ACCESS_TOKEN, <token>",
    "sync, INTERCOM_ACCESS_TOKEN, ${TOKEN}",
  })
  void what_was_never_filled_in_is_sent_to_nobody(String command, String setting, String left)
      throws Exception {
    try (var door = WrongDoor.plainHttp()) {
      var here = "http://localhost:" + door.port();
      var environment =
          new HashMap<>(
              Map.of(
                  "SUPABASE_URL",
                  here,
                  "SUPABASE_SERVICE_ROLE_KEY",
                  Tokens.SECRET_KEY,
                  "INTERCOM_API_URL",
                  here,
                  "INTERCOM_ACCESS_TOKEN",
                  "dG9rOmludmVudGVk"));
      environment.put(setting, left);
      var ran = TwoWorkspaces.run(environment, folder, command);
      var told = ran.out() + ran.err();
      assertThat(told).contains(setting + " still has a placeholder").doesNotContain("\tat ");
      assertThat(ran.code()).as(told).isEqualTo(command.equals("doctor") ? 1 : 2);
      assertThat(door.visitors()).isZero();
      if (command.equals("sync")) {
        assertThat(told.strip().lines()).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "plan", "explain 10001", "sync --only 10001", "doctor"})
  void values_that_cannot_be_right_are_told_together_and_sent_to_nobody(String command) {
    var environment = new HashMap<>(ELSEWHERE);
    environment.put("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/d?password=hunter2");
    environment.put("INTERCOM_ACCESS_TOKEN", "Bearer hunter2");
    var ran = TwoWorkspaces.run(environment, folder, command.split(" "));
    assertThat(ran.out() + ran.err())
        .contains(
            "DATABASE_URL is a JDBC address",
            "INTERCOM_ACCESS_TOKEN begins with Bearer or the name")
        .doesNotContain("hunter2", "mistake in Rollcall", "Exception", "\tat ");
    assertThat(ran.code()).as(ran.err()).isEqualTo(command.equals("doctor") ? 1 : 2);
  }

  @Test
  void what_makes_no_call_to_intercom_needs_no_token() {
    var environment = new HashMap<>(ELSEWHERE);
    environment.put("DATABASE_URL", "'postgresql://u:hunter2@127.0.0.1:1/d'");
    environment.put("INTERCOM_ACCESS_TOKEN", "Bearer hunter2");
    var ran = TwoWorkspaces.run(environment, folder, "sync", "--dry-run");
    assertThat(ran.out() + ran.err())
        .contains("DATABASE_URL is in quotation marks")
        .doesNotContain("INTERCOM_ACCESS_TOKEN", "hunter2");
    assertThat(ran.code()).isEqualTo(2);
  }

  @Test
  void a_host_of_a_database_that_nobody_knows() {
    assertThat(told("sync", "DATABASE_URL", "postgresql://u:hunter2@nowhere.invalid/d"))
        .contains("nowhere.invalid");
  }

  @Test
  void the_doctor_tells_a_server_that_is_away_once() {
    assertThat(told("doctor", "DATABASE_URL", "postgresql://u:hunter2@127.0.0.1:1/d"))
        .contains("Nobody listens at 127.0.0.1:1", "DATABASE_URL")
        .contains("Not looked at because of it: Table members, Eligible members, Table ")
        .contains("Not looked at because of it: Intercom token, Contacts, Custom attributes.")
        .endsWith(" 2 errors. ");
  }

  @Test
  void the_doctor_tells_a_machine_without_a_network_once() {
    var environment = new HashMap<>(ELSEWHERE);
    environment.put("DATABASE_URL", "postgresql://u:hunter2@nowhere.invalid/d");
    environment.put("INTERCOM_API_URL", "https://elsewhere.invalid");
    var ran = TwoWorkspaces.run(environment, folder, "doctor");
    assertThat(ran.out())
        .containsPattern("Network .*: nowhere\\.invalid(:5432)?, elsewhere\\.invalid\\.")
        .contains("Not looked at because of it: Way to PostgreSQL, Table members,")
        .endsWith("\n1 error.\n");
    assertThat(ran.code()).isOne();
  }

  /// What the command says. A sync asks Intercom first, so that it never comes to the roster where
  /// Intercom's address is wrong; else it is a simulated one.
  private String told(String command, String setting, String value) {
    var environment = new HashMap<>(ELSEWHERE);
    if (setting.equals("SUPABASE_URL")) {
      environment.remove("DATABASE_URL");
    }
    environment.put(setting, value);
    var simulated = command.equals("sync") && !setting.equals("INTERCOM_API_URL");
    var ran =
        simulated
            ? TwoWorkspaces.run(environment, folder, command, "--dry-run")
            : TwoWorkspaces.run(environment, folder, command);
    var told = ran.out() + ran.err();
    assertThat(ran.code()).as(told).isIn(1, 2);
    assertThat(told).doesNotContain("hunter2", "Exception", "\tat ", "Trying again");
    return told.replaceAll("\\s+", " ");
  }
}
