package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An upgrade where the copy finds no room, on a real disk that is full. Only root may mount one.
@Tag("slow")
class FullDiskTest {
  @TempDir private Path folder;

  /// Fills the disk of a folder that holds an old store, and opens the store, as a process.
  static final class Upgrade {
    private static final int LEFT = 64 * 1024;

    private Upgrade() {}

    public static void main(String[] arguments) throws IOException, SQLException {
      var folder = Path.of(arguments[0]);
      try (var place = new EarlierStore(StorePlace.Kind.SQLITE, 8).in(folder)) {
        var before = StoreTables.of(place);
        SqliteLibrary.keep(folder);
        fill(folder.resolve("filler"));
        try {
          place.open();
          System.out.println("opened");
        } catch (StoreTrouble trouble) {
          System.out.println(trouble.getMessage());
        }
        System.out.println(StoreTables.of(place).equals(before) ? "as it was" : "changed");
        System.out.println(Files.exists(folder.resolve("rollcall-format-8.db.draft")));
      }
    }

    /// Leaves room for what SQLite needs to read, but not for a copy.
    private static void fill(Path file) throws IOException {
      try (var stream = new FileOutputStream(file.toFile())) {
        while (true) {
          stream.write(new byte[4096]);
        }
      } catch (IOException _) {
        try (var shorter = new RandomAccessFile(file.toFile(), "rw")) {
          shorter.setLength(Math.max(0, shorter.length() - LEFT));
        }
      }
    }
  }

  @Test
  void a_disk_without_room_for_the_copy_leaves_the_store_as_it_was() throws Exception {
    var state = Files.createDirectory(folder.resolve("state"));
    var mount = "mount -t tmpfs -o size=3m,mode=700 t state && ";
    assumeTrue(run(mount + "echo ok").equals("ok\n"), "this user may not mount");
    var upgrade =
        "exec '%s' --enable-native-access=ALL-UNNAMED -Drollcall.module='%s' -cp '%s' '%s' '%s'"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin/java"),
                System.getProperty("rollcall.module", "."),
                System.getProperty("java.class.path"),
                Upgrade.class.getName(),
                state);
    assertThat(run(mount + upgrade))
        .isEqualTo(
            """
            The store %1$s/rollcall.db cannot be upgraded: a copy of it is made before, and %1$s/rollcall-format-8.db cannot be written: the disk is full. The store is as it was. Make room there, and run again
            as it was
            false
            """
                .formatted(state));
  }

  /// Its mounts are seen by nobody else and end with it.
  private String run(String commands) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder("unshare", "-m", "sh", "-c", commands)
              .directory(folder.toFile())
              .redirectError(folder.resolve("errors.txt").toFile())
              .start();
    } catch (IOException _) {
      return "there is no unshare here";
    }
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return text;
  }
}
