package org.rollcall.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// YAML files of the project as maps and lists, for tests.
public final class YamlText {
  private YamlText() {}

  /// The documents of the file at `path`, relative to the project's root. Each has to be a map.
  public static List<Map<?, ?>> documents(String path) {
    var documents = new ArrayList<Map<?, ?>>();
    new Load(LoadSettings.builder().setLabel(path).build())
        .loadAllFromString(Pages.read(path))
        .forEach(each -> documents.add((Map<?, ?>) each));
    return documents;
  }

  /// The value where the names and positions of `way` lead, from the first document on.
  ///
  /// @throws AssertionError when nothing is there
  public static Object at(String path, Object... way) {
    Object here = documents(path).getFirst();
    for (var step : way) {
      here =
          switch (here) {
            case Map<?, ?> map when map.containsKey(step) -> map.get(step);
            case List<?> list when step instanceof Integer place -> list.get(place);
            default -> throw new AssertionError("There is no %s in %s.".formatted(step, path));
          };
    }
    return here;
  }
}
