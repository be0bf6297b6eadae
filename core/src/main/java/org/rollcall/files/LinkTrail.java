package org.rollcall.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/// Where a path leads, after all links. The last part need not exist.
///
/// @param target holds no link, except for what is not a file, such as a pipe
/// @param isDescriptor whether the way leads over an open file of a process, such as `/dev/fd/3`
record LinkTrail(Path target, boolean isDescriptor) {
  private static final int MOST = 40;
  private static final Path PROCESSES = Path.of("/proc");

  /// @throws FileSystemException when a link on the way was put there by somebody else, or when
  ///   there are too many
  static LinkTrail of(Path path) throws IOException {
    Deque<Path> rest = new ArrayDeque<>();
    var absolute = path.toAbsolutePath();
    absolute.forEach(rest::addLast);
    var place = Objects.requireNonNull(absolute.getRoot());
    boolean descriptor = false;
    int links = 0;
    while (!rest.isEmpty()) {
      var next = place.resolve(rest.removeFirst()).normalize();
      if (Files.isSymbolicLink(next)) {
        refuse(path, next, ++links);
        descriptor |= next.startsWith(PROCESSES);
        place = follow(next, rest);
      } else {
        place = next;
      }
    }
    return new LinkTrail(place, descriptor);
  }

  private static Path follow(Path link, Deque<Path> rest) throws IOException {
    var target = Files.readSymbolicLink(link);
    for (int i = target.getNameCount() - 1; i >= 0; i--) {
      rest.addFirst(target.getName(i));
    }
    return Objects.requireNonNull(target.isAbsolute() ? target.getRoot() : link.getParent());
  }

  private static void refuse(Path path, Path link, int links) throws IOException {
    if (links > MOST) {
      throw new FileSystemException(path.toString(), null, "its links lead nowhere");
    }
    if (Ownership.isPlanted(link)) {
      throw new FileSystemException(
          path.toString(),
          null,
          "%s is a link of another user in a folder that others can write to".formatted(link));
    }
  }
}
