package loop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Test classes by the names that a person gives them.
final class TestClasses {
  private TestClasses() {}

  /// The full names of the classes called so, simply or in full, by the part in which they are.
  ///
  /// @throws IllegalArgumentException when there is none for one of the names
  static Map<Part, List<String>> find(List<Part> parts, List<String> names) throws IOException {
    var found = new LinkedHashMap<Part, List<String>>();
    for (var name : names) {
      boolean isFound = false;
      for (var part : parts) {
        for (var source : part.present().keySet()) {
          var full = fullName(source);
          if (part.kind() == Part.Kind.TEST && (full.equals(name) || full.endsWith("." + name))) {
            found.computeIfAbsent(part, _ -> new ArrayList<>()).add(full);
            isFound = true;
          }
        }
      }
      if (!isFound) {
        throw new IllegalArgumentException("There is no test class called " + name + ".");
      }
    }
    return found;
  }

  private static String fullName(Path source) {
    return source.toString().replace(".java", "").replace('/', '.').replace('\\', '.');
  }
}
