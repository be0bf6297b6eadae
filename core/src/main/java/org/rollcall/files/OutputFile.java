package org.rollcall.files;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A file that a person names and the program writes. It is the one way to write such a file.
///
/// A file is written whole or not at all: first a draft with a name that nobody can guess, in the
/// same folder, then a rename. Links are followed to their target, unless another user put them
/// there. What is not a file, such as a pipe or `/dev/null`, is written to as it is.
///
/// Every method throws a [FileSystemException] with a reason where the place cannot be written.
///
/// @param path as the person named it
public record OutputFile(Path path) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String OWNER_ONLY = "rw-------";

  /// What the file is to hold.
  @FunctionalInterface
  public interface Content {
    void to(OutputStream file) throws IOException;
  }

  /// Returns when the file can be written, as far as this is known before. Leaves nothing behind.
  public void check() throws IOException {
    var trail = LinkTrail.of(path);
    if (!isThrough(trail)) {
      Files.delete(draft(trail.target(), true));
      refuseName(trail.target());
    }
  }

  /// Replaces what was there. Only the file's owner can read it.
  public void write(Content content) throws IOException {
    replace(content, true);
  }

  /// The same for content that names nobody. Others can read it, as the umask says.
  public void writeForAll(Content content) throws IOException {
    replace(content, false);
  }

  /// Writes a file that does not exist yet, for content that names nobody.
  ///
  /// @throws FileAlreadyExistsException when there is something of this name, or a link
  public void create(Content content) throws IOException {
    Files.createFile(path);
    boolean written = false;
    try {
      replace(content, false);
      written = true;
    } finally {
      if (!written) {
        Files.deleteIfExists(path);
      }
    }
  }

  /// Opens the file for more at its end. A new file can be read by its owner only.
  public OutputStream append() throws IOException {
    var trail = LinkTrail.of(path);
    if (isThrough(trail)) {
      return new FileOutputStream(path.toFile(), true);
    }
    var target = trail.target();
    try {
      Files.createFile(target, Ownership.alone(target, OWNER_ONLY));
    } catch (FileAlreadyExistsException _) {
      refusePlanted(target);
    }
    return new SteadyStream(target);
  }

  private void replace(Content content, boolean alone) throws IOException {
    var trail = LinkTrail.of(path);
    if (isThrough(trail)) {
      try (var stream = new BufferedOutputStream(new FileOutputStream(path.toFile(), true))) {
        content.to(stream);
      }
      return;
    }
    var draft = draft(trail.target(), alone);
    try {
      fill(draft, content);
      Files.move(draft, trail.target(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void fill(Path draft, Content content) throws IOException {
    try (var stream = new SteadyStream(draft);
        var buffered = new BufferedOutputStream(stream)) {
      content.to(buffered);
      buffered.flush();
      stream.sync();
    }
  }

  /// Whether the file is written to as it is: it is no regular file, or a process has it open.
  private boolean isThrough(LinkTrail trail) throws IOException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(path.toString(), null, "it is a folder");
    }
    if (!Files.exists(path) || (Files.isRegularFile(path) && !trail.isDescriptor())) {
      return false;
    }
    if (!trail.isDescriptor()) {
      refusePlanted(trail.target());
    }
    if (!Files.isWritable(path)) {
      throw new FileSystemException(path.toString(), null, "permission denied");
    }
    return true;
  }

  /// Makes an empty file beside the target.
  private Path draft(Path target, boolean alone) throws IOException {
    var folder = target.getParent();
    if (folder == null || !Files.exists(folder)) {
      throw new FileSystemException(path.toString(), null, "there is no such folder");
    }
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    if (Files.exists(target)
        && Ownership.isSticky(folder)
        && !Ownership.isOurs(target)
        && !Ownership.isOurs(folder)) {
      throw new FileSystemException(path.toString(), null, "it belongs to another user");
    }
    var random = new byte[16];
    RANDOM.nextBytes(random);
    var draft = folder.resolve(".rollcall-%s.draft".formatted(HexFormat.of().formatHex(random)));
    return alone
        ? Files.createFile(draft, Ownership.alone(draft, OWNER_ONLY))
        : Files.createFile(draft);
  }

  /// The draft's name is short; the file's own may be longer than the system allows.
  private static void refuseName(Path target) throws IOException {
    try {
      Files.readAttributes(target, BasicFileAttributes.class);
    } catch (NoSuchFileException _) {
      // The name may be used.
    }
  }

  private void refusePlanted(Path target) throws IOException {
    if (Ownership.isPlanted(target)) {
      throw new FileSystemException(
          path.toString(),
          null,
          "it belongs to another user, in a folder that others can write to");
    }
  }
}
