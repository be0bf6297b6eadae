package org.rollcall.support;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The npm packages of `src/test/node/package.json`, installed once into `target/node`.
///
/// A test that needs them calls [#installed()] first. Where there is no npm it is reported as
/// skipped; with `CI=true` in the environment it fails instead, so that no build skips them unseen.
public final class NodeModules {
  private static final Path HOME = Path.of(System.getProperty("rollcall.home", "."));
  private static final Path SOURCE = HOME.resolve("src/test/node");
  private static final Path TARGET = HOME.resolve("target/node");
  private static final List<String> PACKAGE_FILES = List.of("package.json", "package-lock.json");
  private static final int INSTALL_MINUTES = 5;

  private NodeModules() {}

  /// The directory that holds `node_modules`. Scripts that import a package must lie in it: see
  /// [#script(String)].
  ///
  /// @throws org.opentest4j.TestAbortedException where there is no npm and this is not CI
  public static synchronized Path installed() {
    requireNpm();
    try {
      Files.createDirectories(TARGET);
      try (var lock = lockOf(TARGET.resolve("install.lock"))) {
        if (lock.lock().isValid() && !upToDate()) {
          install();
        }
      }
      return TARGET;
    } catch (IOException e) {
      throw new UncheckedIOException("The npm packages could not be installed.", e);
    }
  }

  /// A script of `src/test/node`, copied to where it finds its packages.
  public static Path script(String name) {
    var home = installed();
    try {
      return Files.copy(SOURCE.resolve(name), home.resolve(name), REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("There is no script " + name + " in src/test/node.", e);
    }
  }

  private static void requireNpm() {
    var found = onPath("npm") && onPath("node");
    if (!found && "true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(
          "node and npm are not on the PATH, and CI may not skip the tests that need them.");
    }
    assumeTrue(found, "node and npm are not on the PATH: install Node.js 20 to run this test");
  }

  private static boolean onPath(String program) {
    for (var directory : System.getenv("PATH").split(java.io.File.pathSeparator)) {
      if (Files.isExecutable(Path.of(directory, program))) {
        return true;
      }
    }
    return false;
  }

  /// The files copied after a finished install say what was installed.
  private static boolean upToDate() throws IOException {
    for (var name : PACKAGE_FILES) {
      var copy = TARGET.resolve(name + ".installed");
      if (!Files.exists(copy) || Files.mismatch(SOURCE.resolve(name), copy) != -1) {
        return false;
      }
    }
    return true;
  }

  private static void install() throws IOException {
    copyPackageFiles("");
    var log = TARGET.resolve("install.log");
    var npm =
        new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
            .directory(TARGET.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!finished(npm) || npm.exitValue() != 0) {
      throw new IOException("npm ci failed:\n" + Files.readString(log));
    }
    copyPackageFiles(".installed");
  }

  private static void copyPackageFiles(String suffix) throws IOException {
    for (var name : PACKAGE_FILES) {
      Files.copy(SOURCE.resolve(name), TARGET.resolve(name + suffix), REPLACE_EXISTING);
    }
  }

  private static boolean finished(Process process) {
    try {
      if (process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    return false;
  }

  private static FileChannel lockOf(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
