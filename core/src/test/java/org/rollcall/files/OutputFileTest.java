package org.rollcall.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  private static final int SOMEBODY = 12_345;

  @TempDir private Path folder;

  @Test
  void a_file_is_its_owners_alone_whatever_was_there() throws IOException {
    var file = Files.writeString(folder.resolve("report.json"), "last night");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    new OutputFile(file).write(out -> out.write("tonight".getBytes(UTF_8)));
    assertThat(file).hasContent("tonight");
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(names()).containsExactly("report.json");
  }

  @Test
  void content_that_breaks_off_leaves_the_old_file() throws IOException {
    var file = Files.writeString(folder.resolve("report.json"), "last night");
    assertThatThrownBy(() -> new OutputFile(file).write(OutputFileTest::breakOff))
        .hasMessage("broken");
    assertThat(file).hasContent("last night");
    assertThat(names()).containsExactly("report.json");
  }

  private static void breakOff(java.io.OutputStream out) throws IOException {
    out.write(new byte[100_000]);
    throw new IOException("broken");
  }

  @Test
  void a_link_of_ones_own_stays_and_its_target_is_written() throws IOException {
    var target = Files.writeString(Files.createDirectory(folder.resolve("there")).resolve("r"), "");
    var link = Files.createSymbolicLink(folder.resolve("report.json"), Path.of("there/r"));
    new OutputFile(link).write(out -> out.write('x'));
    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("x");
    try (var left = Files.list(folder.resolve("there"))) {
      assertThat(left).containsExactly(target);
    }
  }

  @Test
  void a_link_to_nothing_makes_its_target() throws IOException {
    var link = Files.createSymbolicLink(folder.resolve("report.json"), Path.of("tonight.json"));
    new OutputFile(link).write(out -> out.write('x'));
    assertThat(folder.resolve("tonight.json")).hasContent("x");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void links_in_a_circle_are_refused() throws IOException {
    var one = folder.resolve("one");
    Files.createSymbolicLink(one, Path.of("two"));
    Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
    assertReason(new OutputFile(one), "its links lead nowhere");
  }

  @Test
  void a_draft_that_somebody_planted_is_not_followed() throws IOException {
    var victim = Files.writeString(folder.resolve("victim"), "precious");
    var file = folder.resolve("report.json");
    Files.createSymbolicLink(
        folder.resolve(".report.json." + ProcessHandle.current().pid()), victim);
    new OutputFile(file).write(out -> out.write('x'));
    assertThat(victim).hasContent("precious");
    assertThat(file).isRegularFile().hasContent("x");
  }

  @Test
  void a_link_of_another_user_in_a_shared_folder_is_refused() throws IOException {
    var victim = Files.writeString(folder.resolve("victim"), "precious");
    var link = Files.createSymbolicLink(shared().resolve("report.json"), victim);
    give(link);
    assertReason(new OutputFile(link), "is a link of another user in a folder that others");
    assertThatThrownBy(() -> new OutputFile(link).append()).hasMessageContaining("another user");
    assertThatThrownBy(() -> new OutputFile(link).write(out -> out.write('x')))
        .hasMessageContaining("another user");
    assertThat(victim).hasContent("precious");
  }

  @Test
  void a_folder_that_another_user_linked_is_refused() throws IOException {
    var link = Files.createSymbolicLink(shared().resolve("reports"), folder);
    give(link);
    assertReason(new OutputFile(link.resolve("report.json")), "is a link of another user");
  }

  @Test
  void a_log_of_another_user_in_a_shared_folder_gets_nothing() throws IOException {
    var log = Files.writeString(shared().resolve("night.log"), "");
    give(log);
    assertThatThrownBy(() -> new OutputFile(log).append())
        .hasMessageContaining("it belongs to another user");
  }

  @Test
  void a_device_is_written_through_and_stays() throws IOException {
    var nowhere = new OutputFile(Path.of("/dev/null"));
    nowhere.check();
    nowhere.write(out -> out.write('x'));
    assertThat(Files.isRegularFile(nowhere.path())).isFalse();
  }

  @Test
  void a_full_disk_is_an_error() {
    var full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "only some systems have a disk that is always full");
    assertThatThrownBy(() -> new OutputFile(full).write(out -> out.write('x')))
        .hasMessageContaining("No space left on device");
    assertThatThrownBy(
            () -> {
              try (var log = new OutputFile(full).append()) {
                log.write('x');
              }
            })
        .hasMessageContaining("No space left on device");
    assertThat(Files.isRegularFile(full)).isFalse();
  }

  @Test
  void a_place_that_cannot_be_written_is_known_before() throws IOException {
    assertReason(new OutputFile(folder), "it is a folder");
    assertReason(new OutputFile(folder.resolve("no/report.json")), "there is no such folder");
    assertThatCode(() -> new OutputFile(folder.resolve("report.json")).check())
        .doesNotThrowAnyException();
    assertThat(names()).isEmpty();
  }

  @Test
  void a_new_file_takes_no_ones_place() throws IOException {
    var victim = Files.writeString(folder.resolve("victim"), "precious");
    var link = Files.createSymbolicLink(folder.resolve("rollcall.yaml"), victim);
    for (var taken : List.of(victim, link)) {
      assertThatThrownBy(() -> new OutputFile(taken).create(out -> out.write('x')))
          .isInstanceOf(FileAlreadyExistsException.class);
    }
    assertThat(victim).hasContent("precious");
    var broken = new OutputFile(folder.resolve("new.yaml"));
    assertThatThrownBy(() -> broken.create(OutputFileTest::breakOff)).hasMessage("broken");
    assertThat(names()).containsExactlyInAnyOrder("victim", "rollcall.yaml");
  }

  @Test
  void a_log_grows_also_in_a_thread_that_is_interrupted() throws IOException {
    var file = folder.resolve("night.log");
    try (var log = new OutputFile(file).append()) {
      Thread.currentThread().interrupt();
      log.write("one\n".getBytes(UTF_8));
      assertThat(Thread.interrupted()).isTrue();
    }
    try (var log = new OutputFile(file).append()) {
      log.write("two\n".getBytes(UTF_8));
    }
    assertThat(file).hasContent("one\ntwo\n");
    assertThat(permissions(file)).isEqualTo("rw-------");
  }

  private static void assertReason(OutputFile file, String reason) {
    assertThatThrownBy(file::check)
        .isInstanceOfSatisfying(
            FileSystemException.class, refused -> assertThat(refused.getReason()).contains(reason));
  }

  private Path shared() throws IOException {
    var shared = Files.createDirectory(folder.resolve("shared"));
    Files.setAttribute(shared, "unix:mode", 01777);
    return shared;
  }

  private static void give(Path path) throws IOException {
    assumeTrue((int) Files.getAttribute(path, "unix:uid") == 0, "only root gives files away");
    Files.setAttribute(path, "unix:uid", SOMEBODY, LinkOption.NOFOLLOW_LINKS);
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private Stream<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).toList().stream();
    }
  }
}
