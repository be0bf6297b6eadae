package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A store on a machine that others use, too.
@Tag("slow")
class StoreFolderTest {
  @TempDir private Path folder;

  @Test
  void its_files_are_its_owners_alone_in_a_folder_that_others_can_read() throws IOException {
    mode(folder, "rwxr-xr-x");
    try (var store = Store.in(folder)) {
      store
          .jdbi()
          .useHandle(handle -> {
            handle.execute("delete from runs");
            assertThat(names()).contains("rollcall.db", "rollcall.db-wal", "rollcall.db-shm");
            for (var name : names()) {
              assertMode(name);
            }
          });
    }
  }

  @Test
  void a_store_of_an_earlier_version_is_taken_away_from_others() throws IOException {
    Store.in(folder).close();
    mode(folder.resolve("rollcall.db"), "rw-r--r--");
    Store.in(folder).close();
    assertMode("rollcall.db");
  }

  @Test
  void a_folder_that_others_can_write_to_holds_no_store() throws IOException {
    mode(folder, "rwxrwxrwx");
    assertThatThrownBy(() -> Store.in(folder))
        .isInstanceOf(StoreTrouble.class)
        .hasMessage(
            "The store %1$s/rollcall.db cannot be opened: others can write to the folder %1$s. Give it to yourself alone (chown, chmod 700), or set ROLLCALL_STATE to another folder",
            folder);
    assertThat(folder.resolve("rollcall.db")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rollcall.db", "rollcall.db-wal", "rollcall.db-shm", "rollcall.db-journal"})
  void a_link_among_its_files_is_not_followed(String name) throws IOException {
    var victim = Files.writeString(folder.resolve("victim"), "precious");
    var state = Files.createDirectory(folder.resolve("state"));
    Files.createSymbolicLink(state.resolve(name), victim);
    assertThatThrownBy(() -> Store.in(state)).hasMessageContaining(name + " is a link. Remove it");
    assertThat(victim).hasContent("precious");
  }

  @Test
  void it_holds_one_copy_of_sqlite() throws IOException {
    Store.in(folder.resolve("another")).close();
    Files.writeString(folder.resolve("sqlite-3.1-Linux-x86_64-libsqlitejdbc.so"), "an old one");
    Files.writeString(folder.resolve("sqlite.txt"), "the person's own");
    SqliteLibrary.keep(folder);
    var name = SqliteLibrary.keep(folder).getFileName().toString();
    assertThat(names()).containsExactlyInAnyOrder("another", "sqlite.txt", name);
    assertMode(name);
    Files.writeString(folder.resolve(name), "damaged");
    assertThat(SqliteLibrary.keep(folder)).hasSameBinaryContentAs(copy());
  }

  private Path copy() throws IOException {
    return SqliteLibrary.keep(Files.createDirectory(folder.resolve("whole")));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private void assertMode(String name) throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
        .isEqualTo("rw-------");
  }

  private static void mode(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
