package org.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Output that finds no room, or no reader, and files under a careless umask.
@Tag("slow")
class LostOutputTest {
  @TempDir private Path folder;

  private record Ended(int code, String out, String err) {}

  @ParameterizedTest
  @ValueSource(strings = {"plan", "plan --json", "sync", "sync --json", "history", "sync --help"})
  void a_full_disk_behind_standard_output_is_a_failure(String command) throws Exception {
    var ended = shell("rollcall " + command + " > /dev/full");
    assertThat(ended.err())
        .contains("rollcall: standard output cannot be written: No space left on device.");
    assertThat(ended.code()).isEqualTo(1);
  }

  @Test
  void a_reader_that_has_seen_enough_is_none() throws Exception {
    var ended = shell("{ rollcall plan --all; echo $? > code; } | true");
    assertThat(ended.err()).doesNotContain("rollcall:", "Exception");
    assertThat(folder.resolve("code")).hasContent("0");
  }

  @Test
  void a_full_disk_behind_the_log_file_is_a_failure() throws Exception {
    var ended = shell("rollcall sync --log-file /dev/full");
    assertThat(ended.err()).contains("the log file could not be written to its end: No space left");
    assertThat(ended.code()).isEqualTo(1);
  }

  @Test
  void a_full_disk_behind_the_report_and_the_plan_is_a_failure() throws Exception {
    var report = shell("rollcall sync --report /dev/full");
    assertThat(report.err())
        .contains("The report could not be written to /dev/full: No space left");
    assertThat(report.code()).isEqualTo(1);
    var plan = shell("rollcall plan --out /dev/full");
    assertThat(plan.err()).contains("The plan could not be written to /dev/full: No space left");
    assertThat(plan.code()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "/dev/stdout"})
  void standard_output_can_be_named_as_the_file(String name) throws Exception {
    shell("rollcall sync --report %s > report.json".formatted(name));
    assertThat(folder.resolve("report.json")).content().startsWith("{").contains("\"succeeded\"");
    shell("rollcall plan --out %s > plan.json".formatted(name));
    assertThat(folder.resolve("plan.json")).content().startsWith("{").contains("\"format\"");
    assertThat(folder.resolve("-")).doesNotExist();
  }

  @Test
  void a_pipe_gets_the_report() throws Exception {
    var ended = shell("mkfifo pipe; cat pipe > copy & rollcall sync --report pipe; wait");
    assertThat(ended.code()).isZero();
    assertThat(folder.resolve("copy")).content().contains("\"succeeded\"");
    assertThat(Files.isRegularFile(folder.resolve("pipe"))).isFalse();
  }

  @Test
  void what_names_people_is_its_owners_alone_whatever_the_umask() throws Exception {
    var ended = shell("umask 000; rollcall sync --report r --log-file l && rollcall plan --out p");
    assertThat(ended.code()).as(ended.err()).isZero();
    for (var file : new String[] {"r", "l", "p"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void a_place_that_cannot_be_written_is_refused_before_the_run() throws Exception {
    var report = shell("rollcall sync --report nowhere/r.json");
    assertThat(report.err()).contains("there is no such folder. Nothing was done");
    assertThat(report.out()).isEmpty();
    assertThat(report.code()).isEqualTo(2);
    assertThat(shell("rollcall plan --out .").code()).isEqualTo(2);
    assertThat(shell("rollcall apply p --report .").code()).isEqualTo(2);
    assertThat(shell("rollcall undo run-3 --yes --report .").code()).isEqualTo(2);
    assertThat(shell("rollcall sync --all --report nowhere/r.json").code()).isEqualTo(2);
  }

  private Ended shell(String script) throws IOException, InterruptedException {
    var java =
        "%s -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m -cp '%s' %s"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin/java"),
                System.getProperty("java.class.path"),
                Spoken.class.getName());
    var out = folder.resolve("standard.out").toFile();
    var err = folder.resolve("standard.err").toFile();
    var process =
        new ProcessBuilder("sh", "-c", "rollcall() { %s \"$@\"; }; %s".formatted(java, script))
            .directory(folder.toFile())
            .redirectOutput(out)
            .redirectError(err)
            .start();
    var code = process.waitFor();
    return new Ended(
        code, Files.readString(out.toPath(), UTF_8), Files.readString(err.toPath(), UTF_8));
  }
}
