package org.rollcall.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.rollcall.app.Selection;
import org.rollcall.run.RunStopped;

/// Where the demo's settings and its store are. Closing it deletes everything, also when a signal
/// ends the program.
final class DemoFolder implements AutoCloseable {
  private final Path path;
  private final Thread hook = new Thread(this::delete, "remove the demo's folder");

  private DemoFolder(Path path) {
    this.path = path;
  }

  /// @throws RunStopped when there is no room for it
  static DemoFolder make() {
    try {
      var folder = new DemoFolder(Files.createTempDirectory("rollcall-demo-"));
      Runtime.getRuntime().addShutdownHook(folder.hook);
      return folder;
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  /// Writes a settings file.
  void write(String name, String text) {
    try {
      Files.writeString(path.resolve(name), text);
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  private static RunStopped unwritable(IOException failed) {
    return new RunStopped(
        RunStopped.Kind.FAILED,
        "The demo cannot write to the directory for temporary files: %s.".formatted(failed),
        failed);
  }

  /// Where a program is started here.
  Path path() {
    return path;
  }

  Selection selection() {
    return new Selection(
        Optional.of(path.resolve("rollcall.yaml")), Optional.empty(), Optional.empty());
  }

  /// The variables with which a program keeps all that it keeps in this folder.
  Map<String, String> environment() {
    return Map.of(
        "ROLLCALL_STATE", path.resolve("store").toString(),
        "XDG_STATE_HOME", path.resolve("person").toString());
  }

  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The program is ending, and the hook runs already.
    }
  }

  private synchronized void delete() {
    if (!Files.exists(path)) {
      return;
    }
    try (var files = Files.walk(path)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException _) {
      // Somebody else was faster.
    }
  }
}
