package org.rollcall.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderChecksTest {
  @TempDir private Path folder;

  @Test
  void a_folder_of_ones_own_can_be_written_and_so_can_one_that_is_not_there() throws Exception {
    assertThat(found(folder)).isInstanceOf(Finding.Good.class);
    assertThat(found(folder.resolve("state"))).isInstanceOf(Finding.Good.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_folder_that_others_can_write_to_cannot_be_used() throws Exception {
    var state = Files.createDirectory(folder.resolve("state"));
    Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(found(state))
        .isInstanceOfSatisfying(
            Finding.Wrong.class,
            wrong ->
                assertThat(wrong.found())
                    .startsWith("Cannot be used: others can write to the folder " + state)
                    .contains("chmod 700"));
  }

  private static Finding found(Path state) throws InterruptedException {
    return FolderChecks.of(state).getFirst().look().getFirst();
  }
}
