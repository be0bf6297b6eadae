package org.rollcall.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateFolderTest {
  private static final int SOMEBODY = 12_345;

  @TempDir private Path folder;

  @Test
  void it_is_made_with_all_above_it_for_its_owner_alone() throws IOException {
    var state = folder.resolve("state/rollcall/leases");
    new PrivateFolder(state).open();
    for (var each : List.of("state", "state/rollcall", "state/rollcall/leases")) {
      assertThat(permissions(folder.resolve(each))).isEqualTo("rwx------");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwx---", "rwxr-xrwx", "rwxrwxrwx"})
  void a_folder_that_others_can_write_to_is_refused(String mode) throws IOException {
    var state = Files.createDirectory(folder.resolve("state"));
    Files.setPosixFilePermissions(state, PosixFilePermissions.fromString(mode));
    assertThatThrownBy(() -> new PrivateFolder(state).open())
        .hasMessage(
            "others can write to the folder %s. Give it to yourself alone (chown, chmod 700), or set ROLLCALL_STATE to another folder",
            state);
  }

  /// SQLite removes the files beside a database when the last program closes it.
  @Test
  void a_file_that_comes_and_goes_meanwhile_is_no_mistake() throws Exception {
    var file = folder.resolve("rollcall.db-wal");
    var enough = new AtomicBoolean();
    var other =
        Thread.ofPlatform()
            .start(() -> {
              while (!enough.get()) {
                try {
                  Files.deleteIfExists(Files.createFile(file));
                } catch (IOException failed) {
                  throw new UncheckedIOException(failed);
                }
              }
            });
    try {
      for (int time = 0; time < 3_000; time++) {
        new PrivateFolder(folder).check("rollcall.db-wal");
      }
    } finally {
      enough.set(true);
      other.join();
    }
  }

  @Test
  void a_folder_of_another_user_is_refused() throws IOException {
    var state = Files.createDirectory(folder.resolve("state"));
    give(state);
    assertThatThrownBy(() -> new PrivateFolder(state).open())
        .hasMessageContaining("the folder %s belongs to another user. ", state);
  }

  @Test
  void a_folder_that_others_can_only_read_is_ours() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    new PrivateFolder(folder).open();
  }

  @Test
  void a_file_is_made_for_its_owner_alone_and_taken_away_from_others() throws IOException {
    var ours = new PrivateFolder(folder);
    ours.own("new");
    assertThat(permissions(folder.resolve("new"))).isEqualTo("rw-------");
    var old = Files.writeString(folder.resolve("old"), "kept");
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r--r--"));
    ours.own("old");
    assertThat(permissions(old)).isEqualTo("rw-------");
    assertThat(old).hasContent("kept");
  }

  @Test
  void a_link_or_another_users_file_is_refused() throws IOException {
    var victim = Files.writeString(folder.resolve("victim"), "precious");
    Files.createSymbolicLink(folder.resolve("link"), victim);
    var ours = new PrivateFolder(folder);
    assertThatThrownBy(() -> ours.own("link")).hasMessageContaining("link is a link. Remove it");
    give(victim);
    assertThatThrownBy(() -> ours.check("victim")).hasMessageContaining("belongs to another user");
    ours.check("nothing");
    assertThat(folder.resolve("nothing")).doesNotExist();
  }

  private static void give(Path path) throws IOException {
    assumeTrue((int) Files.getAttribute(path, "unix:uid") == 0, "only root gives files away");
    Files.setAttribute(path, "unix:uid", SOMEBODY, LinkOption.NOFOLLOW_LINKS);
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
