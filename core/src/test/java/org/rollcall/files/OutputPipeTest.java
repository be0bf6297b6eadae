package org.rollcall.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pipes in a file's place.
@Tag("slow")
class OutputPipeTest {
  private static final int SOMEBODY = 12_345;

  @TempDir private Path folder;

  @Test
  void a_pipe_of_another_user_in_a_shared_folder_gets_nothing() throws Exception {
    var shared = Files.createDirectory(folder.resolve("shared"));
    Files.setAttribute(shared, "unix:mode", 01777);
    var pipe = pipe(shared.resolve("report.json"));
    assumeTrue((int) Files.getAttribute(pipe, "unix:uid") == 0, "only root gives files away");
    Files.setAttribute(pipe, "unix:uid", SOMEBODY);
    assertThatThrownBy(() -> new OutputFile(pipe).check())
        .hasMessageContaining("it belongs to another user");
  }

  @Test
  void a_pipe_is_written_through() throws Exception {
    var pipe = pipe(folder.resolve("report.json"));
    new OutputFile(pipe).check();
    var read = new CompletableFuture<String>();
    Thread.startVirtualThread(() -> {
      try {
        read.complete(Files.readString(pipe));
      } catch (IOException failed) {
        read.completeExceptionally(failed);
      }
    });
    new OutputFile(pipe).write(out -> out.write("all of it".getBytes(UTF_8)));
    assertThat(read.get()).isEqualTo("all of it");
    assertThat(Files.isRegularFile(pipe)).isFalse();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(pipe);
    }
  }

  private static Path pipe(Path path) throws Exception {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
    return path;
  }
}
