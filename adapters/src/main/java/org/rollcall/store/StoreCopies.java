package org.rollcall.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.rollcall.files.PrivateFolder;

/// A store's file as it was before a newer program changed its format: one copy for each format,
/// beside the store, for its owner alone. It names people, so it does not stay for ever.
///
/// @param folder the store's, private
record StoreCopies(Path folder) {
  private static final int MOST = 3;
  private static final Pattern NAME = Pattern.compile("rollcall-format-(\\d+)\\.db");

  /// Where the copy of a store of this format is, or would be.
  Path of(String format) {
    return folder.resolve("rollcall-format-%s.db".formatted(format));
  }

  /// Copies a store that nobody writes to meanwhile. The copy is whole, or there is none. An
  /// earlier one of the same format is replaced.
  void make(DataSource store, String format) throws IOException, SQLException {
    var copy = of(format);
    var draft = folder.resolve(copy.getFileName() + ".draft");
    try {
      remove(draft); // of a program that was killed
      new PrivateFolder(folder).own(String.valueOf(draft.getFileName()));
      fill(draft, store);
      Files.move(draft, copy, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      remove(draft);
    }
  }

  private static void fill(Path draft, DataSource store) throws IOException, SQLException {
    try (var connection = store.getConnection();
        var statement = connection.prepareStatement("vacuum into ?")) {
      statement.setString(1, draft.toString());
      statement.execute();
    }
    try (var file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      file.force(true);
    }
  }

  private static void remove(Path draft) throws IOException {
    Files.deleteIfExists(draft);
    Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + "-journal"));
  }

  /// The newest copy of a format that a program knows.
  ///
  /// @param most the newest format that it knows
  Optional<Path> newest(int most) {
    return all().filter(copy -> format(copy) <= most).findFirst();
  }

  /// Deletes those of old formats, of which there are newer ones.
  void thin() {
    delete(all().skip(MOST));
  }

  /// Deletes those that were made before then.
  void forget(Instant before) {
    delete(all().filter(copy -> isOlder(copy, before)));
  }

  /// The newest format first.
  private Stream<Path> all() {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(name(file)).matches())
          .sorted(Comparator.comparingInt(StoreCopies::format).reversed())
          .toList()
          .stream();
    } catch (IOException _) {
      return Stream.of(); // The store itself will tell.
    }
  }

  private static void delete(Stream<Path> copies) {
    for (var copy : copies.toList()) {
      try {
        Files.deleteIfExists(copy);
      } catch (IOException _) {
        // The next run tries again.
      }
    }
  }

  private static boolean isOlder(Path copy, Instant before) {
    try {
      return Files.getLastModifiedTime(copy).toInstant().isBefore(before);
    } catch (IOException _) {
      return false;
    }
  }

  private static int format(Path copy) {
    return Integer.parseInt(NAME.matcher(name(copy)).replaceFirst("$1"));
  }

  private static String name(@Nullable Path file) {
    return file == null ? "" : String.valueOf(file.getFileName());
  }
}
