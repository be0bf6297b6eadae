package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.support.RefusingPostgres;

/// A database that refuses the login, for the roster and for the store: no command tries twice.
@Tag("slow")
class WrongPasswordTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "sync, 28P01, password authentication failed",
    "plan, 28P01, password authentication failed",
    "doctor, 28P01, password authentication failed",
    "history, 28P01, password authentication failed",
    "sync, XX000, Tenant or user not found",
    "doctor, XX000, Tenant or user not found",
    "sync, 08P01, SASL authentication failed",
    "doctor, 3D000, database roster does not exist",
  })
  void each_command_logs_in_once_and_says_why_in_plain_words(
      String command, String state, String words) throws Exception {
    try (var stage = new TwoWorkspaces(1, folder, Behaviour.DEFAULT);
        var server = new RefusingPostgres(state, words + " for user annabel")) {
      stage.write(
          "rollcall.yaml",
          stage.settings("").replaceFirst("(?m)^ {2}url: +#.*$", "  url: " + server.url()));
      var environment =
          Map.of(
              "DATABASE_URL", server.url(),
              "INTERCOM_API_URL", stage.a.server().uri().toString(),
              "INTERCOM_ACCESS_TOKEN", stage.a.id());
      var ran = stage.rollcall(environment, folder, command);
      var told = ran.out() + ran.err();
      assertThat(server.logins()).as(told).isOne();
      assertThat(ran.code()).as(told).isIn(1, 2);
      assertThat(told)
          .doesNotContain("hunter2", "Exception", "\tat ")
          .contains(state.equals("3D000") ? "roster" : "DATABASE_URL");
      assertThat(stage.a.writes()).isZero();
      assertThat(logs()).doesNotContain("hunter2");
    }
  }

  private String logs() throws Exception {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("rollcall.yaml"))
          .map(WrongPasswordTest::text)
          .collect(Collectors.joining());
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
