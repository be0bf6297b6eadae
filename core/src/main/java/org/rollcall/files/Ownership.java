package org.rollcall.files;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Who owns a file and who may write it, as the file system says. Links are not followed. A system
/// without such permissions knows only files of our own.
final class Ownership {
  private static final int STICKY = 01000;
  private static final int OTHERS_WRITE = 022;

  private Ownership() {}

  private static boolean isKnown(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  /// Whether the user that runs this program owns the file.
  static boolean isOurs(Path path) throws IOException {
    return !isKnown(path) || owner(path) == new UnixSystem().getUid();
  }

  /// Whether the owner of the file owns its folder, too.
  static boolean isOfItsFolder(Path path) throws IOException {
    var folder = path.getParent();
    return !isKnown(path) || folder == null || owner(path) == owner(folder);
  }

  /// Whether the group or everybody may write to the folder, or make files in it.
  static boolean othersMayWrite(Path folder) throws IOException {
    return isKnown(folder) && (mode(folder) & OTHERS_WRITE) != 0;
  }

  /// Whether only its owner can remove a file from the folder.
  static boolean isSticky(Path folder) throws IOException {
    return isKnown(folder) && (mode(folder) & STICKY) != 0;
  }

  /// Whether somebody else may have put the file here: it is not ours and not the folder's owner's,
  /// and others can write to the folder. Linux judges links in the same way (`protected_symlinks`).
  static boolean isPlanted(Path path) throws IOException {
    var folder = path.getParent();
    return folder != null && !isOurs(path) && !isOfItsFolder(path) && othersMayWrite(folder);
  }

  /// What a new file or folder is made with, so that it is its owner's alone from its first moment.
  ///
  /// @param permissions such as `rw-------`
  static FileAttribute<?>[] alone(Path path, String permissions) {
    return isKnown(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /// Takes a file away from everybody but its owner.
  static void close(Path file) throws IOException {
    if (isKnown(file) && isOurs(file)) {
      Set<PosixFilePermission> before =
          Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
      var after = PosixFilePermissions.fromString("rw-------");
      if (!after.containsAll(before)) {
        Files.setPosixFilePermissions(file, after);
      }
    }
  }

  private static int owner(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  private static int mode(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
  }
}
