package org.rollcall.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.AssertionFailedError;

/// Software from npm for tests, installed once from `src/test/node/package-lock.json`.
///
/// The test is skipped if npm is not installed; if the environment says `CI=true`, it fails
/// instead.
public final class NodeModules {
  private static final Path SOURCE = home().resolve("core/src/test/node");
  private static final Path TARGET = home().resolve("target/node");
  private static final Path INSTALLED = TARGET.resolve("installed-package-lock.json");
  private static final Path LOCK = TARGET.resolve("lock");

  private NodeModules() {}

  /// The directory that holds `node_modules`: scripts are run from here.
  ///
  /// Tests of other processes may want it at the same moment: one installs, the others wait.
  public static Path directory() {
    try {
      ProcessLock.holding(
          LOCK,
          () -> {
            if (!isInstalled()) {
              install();
            }
          });
      return TARGET;
    } catch (IOException failed) {
      throw new UncheckedIOException("npm's packages could not be installed.", failed);
    }
  }

  /// A file of a package; skips or fails if this machine does not have the package.
  public static Path file(String path) {
    var file = directory().resolve("node_modules").resolve(path);
    if (!Files.exists(file)) {
      missing("The npm package for " + path + " does not exist for this machine.");
    }
    return file;
  }

  /// A script of `src/test/node`, copied to where its imports are found.
  public static Path script(String name) {
    try {
      var copy = directory().resolve(name);
      copy(name, copy);
      return copy;
    } catch (IOException failed) {
      throw new UncheckedIOException("A test script could not be copied.", failed);
    }
  }

  private static boolean isInstalled() throws IOException {
    return Files.exists(INSTALLED)
        && Files.mismatch(INSTALLED, SOURCE.resolve("package-lock.json")) == -1;
  }

  private static void install() throws IOException {
    copy("package.json", TARGET.resolve("package.json"));
    copy("package-lock.json", TARGET.resolve("package-lock.json"));
    if (run("npm", "--version") != 0) {
      missing("npm is not installed.");
    }
    if (run("npm", "ci", "--no-audit", "--no-fund") != 0) {
      missing("npm ci failed: see " + TARGET.resolve("npm.log"));
    }
    copy("package-lock.json", INSTALLED);
  }

  private static int run(String... command) throws IOException {
    try {
      var process =
          new ProcessBuilder(command)
              .directory(TARGET.toFile())
              .redirectErrorStream(true)
              .redirectOutput(TARGET.resolve("npm.log").toFile())
              .start();
      return process.waitFor(5, TimeUnit.MINUTES) ? process.exitValue() : 1;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionFailedError("Interrupted while npm was working.", interrupted);
    } catch (IOException absent) {
      return 127;
    }
  }

  private static void copy(String name, Path to) throws IOException {
    Files.copy(SOURCE.resolve(name), to, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void missing(String why) {
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionFailedError(why);
    }
    Assumptions.abort(why);
  }

  private static Path home() {
    return Path.of(System.getProperty("rollcall.home", "."));
  }
}
