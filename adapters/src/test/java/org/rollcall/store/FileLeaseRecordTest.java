package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.store.LeaseRecord.Claim;
import org.rollcall.store.LeaseRecord.Tenure;

/// A file in a folder that a person's runs share.
@Tag("slow")
class FileLeaseRecordTest extends LeaseRecordContract {
  @TempDir private Path home;

  @Override
  LeaseRecord record() {
    return new FileLeaseRecord(folder(), clock);
  }

  private Path folder() {
    return home.resolve("state/rollcall/leases");
  }

  private Path file() {
    return folder().resolve("ab12.lease");
  }

  @Override
  void expire() {
    now = now.plus(LIFE).plusMillis(1);
  }

  @Test
  void a_lease_is_held_to_its_last_millisecond_and_tells_since_when() {
    var tenure = taken("run-1");
    now = EIGHT.plus(LIFE);
    assertThat(record().renew(tenure)).isTrue();
    var row = record().look("ab12").row().orElseThrow();
    assertThat(row.since()).isEqualTo(EIGHT);
    assertThat(row.expires()).isEqualTo(EIGHT.plus(LIFE).plus(LIFE));
    now = row.expires().plusMillis(1);
    assertThat(record().renew(tenure)).isFalse();
  }

  @Test
  void what_an_earlier_version_wrote_is_understood() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(
        file(), "run=run-0\nholder=host, process 7\nsince=1\nexpires=9999999999999\n");
    var row = record().look("ab12").row().orElseThrow();
    assertThat(row.run()).isEqualTo("run-0");
    assertThat(row.process()).isEmpty();
    assertThat(row.life()).isEqualTo(Duration.ofSeconds(60));
    assertThat(row.uptime()).isEmpty();
    assertThat(taken("run-1").generation()).isEqualTo(row.generation() + 1);
  }

  @Test
  void what_is_given_back_is_free_to_an_earlier_version_too() throws IOException {
    record().release(taken("run-1"));
    assertThat(file()).content().contains("expires=0");
  }

  @Test
  void a_file_of_an_earlier_version_is_taken_away_from_others() throws IOException {
    Files.createDirectories(folder());
    Files.createFile(file());
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    taken("run-1");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void the_folder_and_its_files_are_their_owners_alone() throws IOException {
    taken("run-1");
    assertThat(Files.getPosixFilePermissions(folder()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(Files.getPosixFilePermissions(file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void no_workspace_leads_out_of_the_folder() throws IOException {
    record().take("../../x", record().look("../../x"), claim("run-1"));
    record().take("/x", record().look("/x"), claim("run-1"));
    try (var files = Files.walk(home)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSize(2)
          .allMatch(each -> folder().equals(each.getParent()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "this is no lease",
        "run=run-0\nholder=host\nsince=1\nexpires=never",
        "run=run-0\nholder=host\nsince=1\n",
        "holder=host\nsince=1\nexpires=9999999999999",
        "run=\\u00zz\nsince=1\nexpires=9999999999999",
        "run=run-0\nsince=1\nexpires=99999999999999999999999",
        "\0\0\0\0"
      })
  void a_file_that_cannot_be_understood_is_held_by_nobody(String text) throws IOException {
    Files.createDirectories(folder());
    Files.writeString(file(), text);
    assertThat(record().renew(new Tenure("ab12", "run-0", 1, LIFE))).isFalse();
    record().release(new Tenure("ab12", "run-0", 1, LIFE));
    taken("run-1");
    assertThat(holder()).isEqualTo("run-1");
  }

  @Test
  void a_file_longer_than_any_lease_is_held_by_nobody() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(file(), "x".repeat(100_000));
    taken("run-1");
    assertThat(holder()).isEqualTo("run-1");
    assertThat(Files.size(file())).isLessThan(1_000);
  }

  @Test
  void a_shorter_line_leaves_nothing_of_a_longer_one() {
    var holder = "host ü, process 7\nexpires=1".repeat(9);
    record()
        .take("ab12", record().look("ab12"), new Claim("a run with a long name", holder, "", LIFE));
    assertThat(record().look("ab12").row()).map(LeaseRow::holder).contains(holder);
    record().take("ab12", record().look("ab12"), new Claim("r", "h", "", LIFE));
    assertThat(record().look("ab12").row()).map(LeaseRow::holder).contains("h");
  }

  @Test
  void a_link_is_not_followed() throws IOException {
    var precious = Files.writeString(home.resolve("precious"), "precious");
    Files.createDirectories(folder());
    Files.createSymbolicLink(file(), precious);
    assertThatThrownBy(() -> record().look("ab12"))
        .isInstanceOf(StoreTrouble.class)
        .hasMessageContaining("The lease file %s cannot be used: ".formatted(file()));
    assertThat(precious).hasContent("precious");
    assertThat(Files.exists(file(), LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  @Test
  void a_folder_that_cannot_be_made_is_told() throws IOException {
    Files.writeString(home.resolve("state"), "no folder");
    assertThatThrownBy(() -> record().look("ab12"))
        .isInstanceOf(StoreTrouble.class)
        .hasMessageContaining("ab12.lease cannot be used: ");
  }

  @Test
  void a_folder_that_cannot_be_written_to_is_told() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may write anywhere");
    Files.createDirectories(folder());
    Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("r-x------"));
    assertThatThrownBy(() -> record().look("ab12"))
        .isInstanceOf(StoreTrouble.class)
        .hasMessage("The lease file %s cannot be used: permission denied", file());
  }

  @Test
  void a_thing_that_is_no_file_is_told() throws IOException {
    Files.createDirectories(file());
    assertThatThrownBy(() -> record().look("ab12"))
        .isInstanceOf(StoreTrouble.class)
        .hasMessageContaining("ab12.lease cannot be used: ");
  }

  @Test
  void a_run_that_is_interrupted_gives_back_what_it_has_and_stays_interrupted() {
    var tenure = taken("run-1");
    Thread.currentThread().interrupt();
    record().release(tenure);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(record().look("ab12").row().orElseThrow().isReleased()).isTrue();
  }

  @Test
  void a_program_that_does_not_let_go_of_the_file_is_not_waited_for_without_end() throws Exception {
    var tenure = taken("run-1");
    var holder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Hanging.class.getName(),
                file().toString())
            .start();
    try {
      assertThat(holder.inputReader().readLine()).isEqualTo("locked");
      var record = new FileLeaseRecord(folder(), clock, Duration.ofMillis(100));
      assertThatThrownBy(() -> record.renew(tenure))
          .isInstanceOf(StoreTrouble.class)
          .hasMessageEndingWith("another program has it open and does not let go of it");
    } finally {
      holder.destroyForcibly().waitFor();
    }
    assertThat(record().renew(tenure)).isTrue();
  }

  /// Another program that has the file and hangs.
  static final class Hanging {
    public static void main(String[] arguments) throws Exception {
      try (var channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        System.out.println("locked");
        TimeUnit.MINUTES.sleep(1);
      }
    }
  }
}
