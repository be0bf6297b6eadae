package org.rollcall.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.rollcall.files.FileFailure;
import org.rollcall.files.OutputFile;
import org.rollcall.files.PrivateFolder;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// SQLite itself. It is native code, so it must be a file in a folder from which the system runs
/// programs before Java can load it.
///
/// The driver would put a new copy into the temporary folder for each run, which stays when the run
/// is killed, and fails where that folder is missing, read-only or mounted `noexec`. So there is
/// one copy in the private folder of the store. Only where that folder runs no programs is the
/// temporary one used, for a moment.
final class SqliteLibrary {
  private static final String PREFIX = "sqlite-";
  private static final String PATH = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  private SqliteLibrary() {}

  /// Loads it, if this process has not done so yet.
  ///
  /// @param folder of the store, private
  /// @throws IOException with a sentence when it can be loaded from neither folder
  static void load(Path folder) throws IOException {
    fromEither(folder, () -> take(keep(folder)));
  }

  /// The same before there is a store. Leaves nothing behind.
  ///
  /// @param folder the store's, which may be missing
  static void tryOut(Path folder) throws IOException {
    var existing = folder.toAbsolutePath().normalize();
    while (!Files.isDirectory(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    var place = existing;
    fromEither(folder, () -> takeForAMoment(place));
  }

  private interface Way {
    void taken() throws IOException;
  }

  private static synchronized void fromEither(Path folder, Way first) throws IOException {
    if (System.getProperty(PATH) != null || !isCarried()) {
      return; // it is loaded, or somebody has their own, which the driver finds
    }
    var temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    try {
      first.taken();
    } catch (IOException | UnsatisfiedLinkError failed) {
      try {
        takeForAMoment(temporary);
      } catch (IOException | UnsatisfiedLinkError again) {
        throw new IOException(
            "SQLite can be loaded neither from %s (%s) nor from %s (%s). Let programs run from one of them (no noexec), set ROLLCALL_STATE to another folder, or use a store.url"
                .formatted(folder, why(failed), temporary, why(again)));
      }
    }
  }

  private static boolean isCarried() {
    return LibraryLoaderUtil.hasNativeLib(
        LibraryLoaderUtil.getNativeLibResourcePath(), LibraryLoaderUtil.getNativeLibName());
  }

  @SuppressWarnings("restricted") // the driver would load it in the same way, and say less
  private static void take(Path library) throws IOException {
    var file = library.toAbsolutePath();
    System.load(file.toString());
    System.setProperty(PATH, String.valueOf(file.getParent()));
    System.setProperty(NAME, String.valueOf(file.getFileName()));
    initialize();
  }

  private static void initialize() throws IOException {
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception failed) {
      throw new IOException(String.valueOf(failed.getMessage()), failed);
    }
  }

  /// The copy in the store's folder, made where there is none. Those of other versions go.
  static Path keep(Path folder) throws IOException {
    var name = name();
    new PrivateFolder(folder).check(name);
    var file = folder.resolve(name);
    var content = content();
    if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
      new OutputFile(file).write(out -> out.write(content));
    }
    removeOthers(folder, name);
    return file;
  }

  /// One that is in use on Windows stays until it is not.
  private static void removeOthers(Path folder, String name) {
    try (var found = Files.newDirectoryStream(folder, PREFIX + "*sqlitejdbc*")) {
      for (var each : found) {
        if (!each.endsWith(name)) {
          Files.deleteIfExists(each);
        }
      }
    } catch (IOException _) {
      // The store works all the same.
    }
  }

  /// A process keeps what it has loaded, so the file can go at once.
  private static void takeForAMoment(Path place) throws IOException {
    var folder = Files.createTempDirectory(place, "rollcall-sqlite-");
    var file = folder.resolve(name());
    try {
      var content = content();
      new OutputFile(file).write(out -> out.write(content));
      take(file);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static String why(Throwable failed) {
    if (failed instanceof IOException file) {
      return FileFailure.words(file);
    }
    var message = String.valueOf(failed.getMessage());
    return message.contains("failed to map segment")
        ? "it is mounted noexec"
        : message.substring(message.lastIndexOf(": ") + 1).strip();
  }

  /// Machines of other kinds may share the folder.
  private static String name() {
    var system = LibraryLoaderUtil.getNativeLibResourcePath().replaceFirst("^.*/native/", "");
    return "%s%s-%s-%s"
        .formatted(
            PREFIX, version(), system.replace('/', '-'), LibraryLoaderUtil.getNativeLibName());
  }

  private static String version() {
    return SQLiteJDBCLoader.getMajorVersion() + "." + SQLiteJDBCLoader.getMinorVersion();
  }

  private static byte[] content() throws IOException {
    var resource =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    try (InputStream stream = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IOException("the driver carries no " + resource);
      }
      return stream.readAllBytes();
    }
  }
}
