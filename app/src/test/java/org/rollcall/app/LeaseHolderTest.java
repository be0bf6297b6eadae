package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.store.LeaseRow;

/// When a holder is known to have died, in a folder `/proc` of this test's own.
class LeaseHolderTest {
  private static final long SELF = ProcessHandle.current().pid();
  private static final long OTHER = SELF + 1;

  @TempDir private Path home;
  private ProcFolder processes;

  @BeforeEach
  void folder() throws IOException {
    processes = new ProcFolder(home.resolve("proc"), home.resolve("machine-id"));
    write("proc/sys/kernel/random/boot_id", "boot-1\n");
    write("machine-id", "machine-1\n");
    write("proc/self/stat", stat(SELF, "500"));
    write("proc/self/mountinfo", "22 1 0:21 / /proc rw,nosuid - proc proc rw\n");
    for (var kind : new String[] {"pid", "user", "time"}) {
      namespace(kind, 4_026_531_836L);
    }
    started(SELF, "500");
    started(OTHER, "900");
  }

  @Test
  void a_process_that_is_there_lives() {
    assertThat(holder().isDead(held(processOf(OTHER, "900")))).isFalse();
  }

  @Test
  void a_process_that_is_gone_is_dead() throws IOException {
    gone(OTHER);
    assertThat(holder().isDead(held(processOf(OTHER, "900")))).isTrue();
  }

  @Test
  void a_number_that_was_given_to_another_process_says_nothing_for_the_first() {
    assertThat(holder().isDead(held(processOf(OTHER, "899")))).isTrue();
  }

  @Test
  void a_container_that_was_started_again_knows_that_its_earlier_process_is_dead() {
    assertThat(holder().isDead(held(processOf(SELF, "400")))).isTrue();
  }

  @Test
  void a_run_of_this_process_lives_until_it_ends() {
    var holder = holder();
    var held = held(holder.process());
    new LeaseHolder(processes).begin("run-1");
    assertThat(holder.isDead(held)).isFalse();
    holder.end("run-1");
    assertThat(holder.isDead(held)).isTrue();
  }

  @Test
  void of_another_users_process_that_is_not_seen_nothing_is_known() throws IOException {
    gone(OTHER);
    var own = self();
    var others =
        new ProcessIdentity(own.boot(), own.namespaces(), own.user() + "1", OTHER, "900").text();
    assertThat(holder().isDead(held(others))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hidepid=1", "hidepid=2", "hidepid=4", "hidepid=invisible"})
  void where_processes_are_hidden_nothing_is_known(String option) throws IOException {
    gone(OTHER);
    write("proc/self/mountinfo", "22 1 0:21 / /proc rw - proc proc rw,gid=7," + option + "\n");
    assertThat(holder().isDead(held(processOf(OTHER, "900")))).isFalse();
  }

  @Test
  void where_nothing_says_whether_processes_are_hidden_nothing_is_known() throws IOException {
    gone(OTHER);
    Files.delete(home.resolve("proc/self/mountinfo"));
    assertThat(holder().isDead(held(processOf(OTHER, "900")))).isFalse();
  }

  @Test
  void of_a_process_that_cannot_be_read_nothing_is_known() throws IOException {
    Files.delete(home.resolve("proc/" + OTHER + "/stat"));
    Files.createDirectory(home.resolve("proc/" + OTHER + "/stat"));
    assertThat(holder().isDead(held(processOf(OTHER, "900")))).isFalse();
    write("proc/" + (OTHER + 1) + "/stat", "broken");
    assertThat(holder().isDead(held(processOf(OTHER + 1, "900")))).isFalse();
  }

  /// Two machines that were made from one image have one host name, one machine id, and the same
  /// namespaces: those that a system starts with have the same numbers everywhere.
  @Test
  void of_a_clone_of_this_machine_nothing_is_known() throws IOException {
    var here = held(processOf(OTHER, "900"));
    gone(OTHER);
    write("proc/sys/kernel/random/boot_id", "boot-2\n");
    assertThat(holder().isDead(here)).isFalse();
    assertThat(holder().age(here, Optional.of(Duration.ofSeconds(70)))).isEmpty();
  }

  @Test
  void of_another_machine_with_a_boot_of_that_name_nothing_is_known() throws IOException {
    var here = held(processOf(OTHER, "900"));
    gone(OTHER);
    write("machine-id", "machine-2\n");
    assertThat(holder().isDead(here)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pid", "user", "time"})
  void of_another_container_of_this_machine_nothing_is_known(String kind) throws IOException {
    var here = held(processOf(OTHER, "900"));
    gone(OTHER);
    namespace(kind, 4_026_532_001L);
    assertThat(holder().isDead(here)).isFalse();
    assertThat(holder().age(here, Optional.of(Duration.ofSeconds(70)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "boot", "a b c d e", "a b c 7", "a b c 7 e f", "a b c -7 e"})
  void of_a_holder_that_does_not_say_who_it_is_nothing_is_known(String process) {
    assertThat(holder().isDead(held(process))).isFalse();
  }

  @Test
  void where_there_is_no_such_folder_nothing_is_known() {
    var here = held(processOf(OTHER, "900"));
    var holder = new LeaseHolder(new ProcFolder(home.resolve("none"), home.resolve("machine-id")));
    assertThat(holder.process()).isEmpty();
    assertThat(holder.isDead(here)).isFalse();
    assertThat(holder.isDead(held(""))).isFalse();
    assertThat(holder.name()).endsWith(", process " + SELF);
  }

  @Test
  void where_the_folder_counts_processes_otherwise_nothing_is_known() throws IOException {
    write("proc/self/stat", stat(SELF + 7, "500"));
    assertThat(holder().process()).isEmpty();
  }

  @Test
  void how_old_a_lease_of_this_machine_is_says_the_time_since_its_boot() {
    var here = held(processOf(OTHER, "900"));
    assertThat(holder().age(here, Optional.of(Duration.ofSeconds(70))))
        .contains(Duration.ofSeconds(20));
    assertThat(holder().age(here, Optional.of(Duration.ofSeconds(40)))).isEmpty();
    assertThat(holder().age(here, Optional.empty())).isEmpty();
  }

  private LeaseHolder holder() {
    return new LeaseHolder(processes);
  }

  private ProcessIdentity self() {
    return processes.self().orElseThrow();
  }

  private String processOf(long pid, String started) {
    var own = self();
    return new ProcessIdentity(own.boot(), own.namespaces(), own.user(), pid, started).text();
  }

  private static LeaseRow held(String process) {
    return new LeaseRow(
        1,
        0,
        "run-1",
        "host, process 1",
        process,
        Instant.EPOCH,
        Instant.MAX,
        Duration.ofMinutes(1),
        Optional.of(Duration.ofSeconds(50)));
  }

  private void started(long pid, String at) throws IOException {
    write("proc/" + pid + "/stat", stat(pid, at));
  }

  private void gone(long pid) throws IOException {
    Files.delete(home.resolve("proc/" + pid + "/stat"));
  }

  /// A program may be called anything.
  private static String stat(long pid, String started) {
    return pid + " (a) S 1 (b) S" + " 0".repeat(18) + " " + started + " 9 9\n";
  }

  private void namespace(String kind, long inode) throws IOException {
    var link = home.resolve("proc/self/ns/" + kind);
    Files.createDirectories(link.getParent());
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, Path.of(kind + ":[" + inode + "]"));
  }

  private void write(String name, String text) throws IOException {
    var path = home.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
