package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo as a newcomer starts it, but smaller and faster.
@Tag("slow")
class DemoIT {

  @TempDir private Path folder;

  @Test
  void the_demo_plays_a_night_finds_nothing_left_to_do_and_leaves_nothing_behind()
      throws Exception {
    var demo = demo();
    assertThat(demo.waitFor(2, TimeUnit.MINUTES)).isTrue();
    var told = Files.readString(folder.resolve("out.txt"));
    assertThat(demo.exitValue()).as(told).isZero();
    assertThat(told)
        .contains("Plan for 400 members: ")
        .contains("📈 Total Members: 400")
        .contains("❌ Failed: 0")
        .contains("No changes. Intercom matches the roster.");
    assertThat(left()).isEmpty();
  }

  private Process demo() throws IOException {
    return new ProcessBuilder(
            PackagedProgram.command(
                List.of("-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("temporary"))),
                "demo",
                "--members",
                "400",
                "--rate",
                "1667/10s"))
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("temporary"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("rollcall"))
          .toList();
    }
  }
}
