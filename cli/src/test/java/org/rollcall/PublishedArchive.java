package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.rollcall.support.YamlText;

/// A release as people download it, with a program of the test's own in the archive.
///
/// @param releases the folder of all releases
/// @param archive the one of the version that the workflows name
record PublishedArchive(Path releases, Path archive) {
  /// Publishes an archive whose program is `script`, and its checksum beside it.
  static PublishedArchive of(Path folder, String script) throws IOException, InterruptedException {
    var version = (String) YamlText.at(WorkflowSteps.NIGHT, "env", "ROLLCALL_VERSION");
    var name = "rollcall-%s-linux-x64".formatted(version);
    program(folder.resolve(name + "/bin/rollcall"), script);
    var releases = folder.resolve("releases");
    var release = Files.createDirectories(releases.resolve("v" + version));
    var archive = release.resolve(name + ".tar.gz");
    assertThat(ShellRun.of(folder, Map.of(), "tar", "-czf", archive.toString(), name).code())
        .isZero();
    var sums = ShellRun.of(release, Map.of(), "sha256sum", name + ".tar.gz");
    Files.writeString(release.resolve("SHA256SUMS"), sums.text());
    return new PublishedArchive(releases, archive);
  }

  /// Makes a shell script that can be started.
  static void program(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
