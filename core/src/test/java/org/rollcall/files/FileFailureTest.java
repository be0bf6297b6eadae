package org.rollcall.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFailureTest {
  @TempDir private Path folder;

  @Test
  void what_the_system_says_is_told_in_words() throws IOException {
    var file = Files.createFile(folder.resolve("file"));
    var words =
        List.of(
            words(() -> Files.createFile(folder.resolve("none/file"))),
            words(() -> Files.createFile(file)),
            words(() -> Files.createFile(file.resolve("x"))),
            words(() -> Files.createFile(folder.resolve("n".repeat(300)))),
            words(() -> new FileInputStream(folder.resolve("none").toFile()).close()),
            words(() -> new OutputFile(file.resolve("x")).check()),
            words(() -> new OutputFile(folder.resolve("none/x")).check()),
            words(() -> new OutputFile(folder.resolve("n".repeat(300))).check()),
            words(() -> new PrivateFolder(file).open()),
            words(() -> new PrivateFolder(file.resolve("deeper")).open()));
    assertThat(words)
        .containsExactly(
            "there is no such folder",
            "it is there already",
            "a file is there where a folder should be",
            "File name too long",
            "no such file or directory",
            "a file is there where a folder should be",
            "there is no such folder",
            "File name too long",
            "a file is there where a folder should be",
            "a file is there where a folder should be");
  }

  @Test
  void what_cannot_be_made_here_is_told_too() {
    assertThat(FileFailure.words(new AccessDeniedException("/x"))).isEqualTo("permission denied");
    assertThat(FileFailure.words(new FileSystemException("/x", null, "Read-only file system")))
        .isEqualTo("Read-only file system");
    assertThat(FileFailure.words(new FileSystemException("/x"))).isEqualTo("no reason is given");
    assertThat(FileFailure.words(new FileSystemLoopException("/x")))
        .isEqualTo("its links lead nowhere");
    assertThat(FileFailure.words(new DirectoryNotEmptyException("/x")))
        .isEqualTo("a folder is there, with files in it");
    assertThat(FileFailure.words(new IOException("No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(FileFailure.words(new IOException())).isEqualTo("no reason is given");
    assertThat(FileFailure.words(new java.io.FileNotFoundException("odd"))).isEqualTo("odd");
  }

  @FunctionalInterface
  private interface Work {
    void done() throws IOException;
  }

  private static String words(Work work) {
    return FileFailure.words(catchThrowableOfType(IOException.class, work::done));
  }
}
