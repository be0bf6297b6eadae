package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQLite in processes of its own, with folders that are really mounted as the tests say. Only root
/// may mount.
@Tag("slow")
class SqliteLibraryTest {
  @TempDir private Path folder;

  /// Opens a store, as a process.
  static final class Opening {
    private Opening() {}

    public static void main(String[] arguments) {
      try {
        Store.in(Path.of(arguments[0])).close();
        System.out.print("opened");
      } catch (StoreTrouble trouble) {
        System.out.print(trouble.getMessage());
      }
    }
  }

  @BeforeEach
  void folders() throws Exception {
    Files.createDirectory(folder.resolve("tmp"));
    Files.createDirectory(folder.resolve("state"));
    assumeTrue(run("mount -t tmpfs t tmp && echo ok").equals("ok\n"), "this user may not mount");
  }

  @Test
  void the_temporary_folder_may_be_mounted_noexec_or_read_only_or_be_missing() throws Exception {
    assertThat(run("mount -t tmpfs -o noexec t tmp; OPEN; ls -A tmp")).isEqualTo("opened");
    assertThat(run("mount -t tmpfs -o ro t tmp; OPEN")).isEqualTo("opened");
    assertThat(run("rmdir tmp; OPEN")).endsWith("opened");
  }

  @Test
  void one_that_runs_programs_serves_a_state_folder_that_does_not_and_keeps_nothing()
      throws Exception {
    assertThat(run("mount -t tmpfs -o noexec,mode=700 t state; OPEN")).isEqualTo("opened");
    assertThat(folder.resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void where_neither_does_it_is_told_in_one_line() throws Exception {
    assertThat(
            run(
                "mount -t tmpfs -o noexec,mode=700 t state; mount -t tmpfs -o noexec t tmp; OPEN; ls -A tmp"))
        .isEqualTo(
            "The store %1$s/state/rollcall.db cannot be opened: SQLite can be loaded neither from %1$s/state (it is mounted noexec) nor from %1$s/tmp (it is mounted noexec). Let programs run from one of them (no noexec), set ROLLCALL_STATE to another folder, or use a store.url",
            folder);
    assertThat(run("mount -t tmpfs -o noexec,mode=700 t state; mount -t tmpfs -o ro t tmp; OPEN"))
        .contains("tmp (Read-only file system)");
    assertThat(run("mount -t tmpfs -o noexec,mode=700 t state; rmdir tmp; OPEN"))
        .contains("tmp (there is no such folder)");
  }

  /// Its mounts are seen by nobody else and end with it.
  private String run(String commands) throws IOException, InterruptedException {
    var open =
        "'%s' --enable-native-access=ALL-UNNAMED -Djava.io.tmpdir='%s' -cp '%s' '%s' '%s'"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin/java"),
                folder.resolve("tmp"),
                System.getProperty("java.class.path"),
                Opening.class.getName(),
                folder.resolve("state"));
    var errors = folder.resolve("errors.txt").toFile();
    Process process;
    try {
      process =
          new ProcessBuilder(List.of("unshare", "-m", "sh", "-c", commands.replace("OPEN", open)))
              .directory(folder.toFile())
              .redirectError(errors)
              .start();
    } catch (IOException _) {
      return "there is no unshare here";
    }
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return text;
  }
}
