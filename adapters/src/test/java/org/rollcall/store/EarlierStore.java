package org.rollcall.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A store as a program of an earlier format left it, as a dump among the resources; the page
/// beside them says how to add one.
///
/// @param format the number of the last migration that it has seen
record EarlierStore(StorePlace.Kind kind, int format) {
  private static final Path MODULE = Path.of(System.getProperty("rollcall.module", "."));

  static Stream<EarlierStore> all() {
    return Stream.of(StorePlace.Kind.values())
        .flatMap(kind -> formats(kind).stream().map(format -> new EarlierStore(kind, format)));
  }

  /// Which formats have a dump.
  static List<Integer> formats(StorePlace.Kind kind) {
    return numbers(folder(kind), "v(\\d+)\\.sql");
  }

  /// Which formats there are.
  static List<Integer> migrations() {
    return numbers(MODULE.resolve("src/main/resources/org/rollcall/store"), "V(\\d+)__.*\\.sql");
  }

  /// Makes the store.
  ///
  /// @param folder of the file
  StorePlace in(Path folder) throws SQLException {
    var place = StorePlace.of(kind, folder);
    place.execute(text());
    return place;
  }

  private String text() {
    try {
      return Files.readString(
          folder(kind).resolve("v%02d.sql".formatted(format)), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path folder(StorePlace.Kind kind) {
    return MODULE.resolve("src/test/resources/store").resolve(kind.name().toLowerCase(Locale.ROOT));
  }

  private static List<Integer> numbers(Path folder, String name) {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(each -> each.matches(name))
          .map(each -> Integer.valueOf(each.replaceFirst(name, "$1")))
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
