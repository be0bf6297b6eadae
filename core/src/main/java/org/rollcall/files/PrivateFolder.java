package org.rollcall.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;

/// A folder for what the program keeps. Nobody else can write to it, so nobody else can put a link
/// or a file of theirs into it.
///
/// @param path as the settings or the person name it
public record PrivateFolder(Path path) {
  private static final String ADVICE =
      "Give it to yourself alone (chown, chmod 700), or set ROLLCALL_STATE to another folder";

  /// Makes the folder if there is none, and all missing folders above it. From their first moment
  /// only their owner can use them.
  ///
  /// @throws IOException with a sentence when it belongs to another user, or others can write to it
  public void open() throws IOException {
    var folder = LinkTrail.of(path).target();
    make(folder);
    if (!Ownership.isOurs(folder)) {
      throw new IOException("the folder %s belongs to another user. %s".formatted(path, ADVICE));
    }
    if (Ownership.othersMayWrite(folder)) {
      throw new IOException("others can write to the folder %s. %s".formatted(path, ADVICE));
    }
  }

  /// Makes sure that a file of this folder is its owner's alone. Makes an empty one if there is
  /// none.
  ///
  /// @throws IOException with a sentence when it is a link or belongs to another user
  public void own(String name) throws IOException {
    var file = path.resolve(name);
    try {
      Files.createFile(file, Ownership.alone(file, "rw-------"));
    } catch (FileAlreadyExistsException _) {
      check(name);
    }
  }

  /// The same for a file that need not exist, and that another program may remove or make anew at
  /// any moment, as SQLite does with the files beside a database.
  public void check(String name) throws IOException {
    var file = path.resolve(name);
    while (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      try {
        check(file);
        return;
      } catch (NoSuchFileException _) {
        // It went in the meantime. Another one may have come.
      }
    }
  }

  private static void check(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      throw new IOException(
          "%s is a link. Remove it, or put the file itself there".formatted(file));
    }
    if (!Ownership.isOurs(file)) {
      throw new IOException(
          "%s belongs to another user. Give it to yourself (chown), or remove it".formatted(file));
    }
    if (Files.isRegularFile(file)) {
      Ownership.close(file);
    }
  }

  private static void make(Path folder) throws IOException {
    var missing = new ArrayDeque<Path>();
    for (var each = folder; each != null && !Files.exists(each); each = each.getParent()) {
      missing.push(each);
    }
    for (var each : missing) {
      try {
        Files.createDirectory(each, Ownership.alone(each, "rwx------"));
      } catch (FileAlreadyExistsException _) {
        if (!Files.isDirectory(each)) {
          throw new NotDirectoryException(each.toString());
        }
      }
    }
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
  }
}
