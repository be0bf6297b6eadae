package org.rollcall.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rollcall.ShellRun;
import org.rollcall.support.ProcessLock;

/// What people install, made by `script/dist` of the program that was just built: once, however
/// many tests ask for it at the same time.
final class Distribution {
  static final Path HOME =
      Path.of(System.getProperty("rollcall.home", ".")).toAbsolutePath().normalize();
  static final Path FOLDER = HOME.resolve("target/dist");

  private Distribution() {}

  /// The archive with Java inside.
  static Path archive() throws IOException, InterruptedException {
    return made("rollcall-", ".tar.gz");
  }

  /// The package for Debian.
  static Path debianPackage() throws IOException, InterruptedException {
    return made("rollcall_", ".deb");
  }

  private static Path made(String start, String end) throws IOException, InterruptedException {
    ProcessLock.holding(
        HOME.resolve("target/.dist.lock"),
        () -> {
          if (!isMade()) {
            ShellRun.here(HOME, List.of("script/dist", "--built")).succeeded();
          }
        });
    try (var files = Files.newDirectoryStream(FOLDER, start + "*" + end)) {
      return files.iterator().next();
    }
  }

  private static boolean isMade() throws IOException {
    var last = FOLDER.resolve("SHA256SUMS");
    var program = HOME.resolve("cli/target/rollcall.jar");
    return Files.exists(last)
        && Files.getLastModifiedTime(last).compareTo(Files.getLastModifiedTime(program)) > 0;
  }
}
