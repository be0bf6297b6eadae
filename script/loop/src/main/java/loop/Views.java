package loop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// The views of many classes.
final class Views {
  private Views() {}

  /// Whether the class files in `others` may have been made otherwise if those of `before` had been
  /// those of `after`.
  static boolean differ(Path before, Path after, List<Path> others) throws IOException {
    var old = views(before);
    var young = views(after);
    var changed = new HashSet<>(old.keySet());
    changed.addAll(young.keySet());
    changed.removeIf(name -> Objects.equals(young.get(name), old.get(name)));
    return old.values().stream().anyMatch(view -> changed.contains(view.name()) && view.isCopied())
        || (!changed.isEmpty() && areNamed(changed, others));
  }

  private static Map<String, View> views(Path classes) throws IOException {
    var views = new TreeMap<String, View>();
    for (var file : Folders.files(classes)) {
      View.of(file).ifPresent(view -> views.put(view.name(), view));
    }
    return views;
  }

  /// Whether a class file has one of these names in it. Names that merely begin so count too.
  private static boolean areNamed(Set<String> names, List<Path> folders) throws IOException {
    for (var folder : folders) {
      for (var file : Folders.files(folder)) {
        if (file.toString().endsWith(".class")) {
          var text = Files.readString(file, StandardCharsets.ISO_8859_1);
          if (names.stream().anyMatch(text::contains)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
