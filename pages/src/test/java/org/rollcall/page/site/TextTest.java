package org.rollcall.page.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever the pages say has a key, and whatever has a key is said.
class TextTest {
  private static final Path HOUSE = house();

  /// `"sync.title"`, wherever it stands.
  private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:[.-][a-z-]+)*)\"");

  @Test
  void each_text_is_said_somewhere() throws IOException {
    var said = new TreeSet<String>();
    for (var file : sources()) {
      KEY.matcher(Files.readString(file)).results().forEach(found -> said.add(found.group(1)));
    }
    assertThat(Text.keys()).allSatisfy(key -> assertThat(isSaid(key, said)).as(key).isTrue());
  }

  /// Lists and what was done put their keys together.
  private static boolean isSaid(String key, Set<String> said) {
    var parts = key.split("\\.", 2);
    return said.contains(key)
        || (said.contains(parts[0]) && (said.contains(parts[1]) || said.contains("." + parts[1])))
        || parts[0].equals("done")
        || Stream.of("title", "about", "empty").anyMatch(parts[1]::equals);
  }

  @Test
  void no_sentence_has_an_apostrophe_that_swallows_its_values() {
    assertThat(Text.keys())
        .allSatisfy(key -> assertThat(Text.text(key, 1, 2, 3, 4, 5)).as(key).doesNotContain("{"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, no call to Intercom",
    "1, 1 call to Intercom",
    "20260, '20,260 calls to Intercom'"
  })
  void numbers_are_told_as_people_write_them(int calls, String told) {
    assertThat(Text.text("run.calls", calls)).isEqualTo(told);
  }

  @Test
  void an_unknown_key_is_a_mistake() {
    assertThatThrownBy(() -> Text.text("no.such")).hasMessageContaining("no.such");
  }

  private static Iterable<Path> sources() throws IOException {
    var files = new TreeSet<Path>();
    for (var folder : Set.of("pages/src/main", "server/src/main/java/org/rollcall/server/pages")) {
      try (var all = Files.walk(HOUSE.resolve(folder))) {
        all.filter(file -> file.toString().matches(".*\\.(java|jte)")).forEach(files::add);
      }
    }
    return files;
  }

  private static Path house() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
