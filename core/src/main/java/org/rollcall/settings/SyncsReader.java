package org.rollcall.settings;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.rollcall.model.SyncName;

/// Reads the names and the files of the syncs.
final class SyncsReader {
  private static final String FILE = "the settings file of this sync, such as north.yaml";

  private SyncsReader() {}

  static SequencedMap<SyncName, String> read(Field field) {
    var files = new LinkedHashMap<SyncName, String>();
    field.section().all().forEach((name, value) -> add(name, value, files));
    if (files.isEmpty() && field.isSection()) {
      field.wrong("empty", "names of syncs, each with its settings file");
    }
    return files;
  }

  private static void add(String name, Field value, SequencedMap<SyncName, String> files) {
    if (!SyncName.isName(name)) {
      value.report(
          "syncs has the name \"%s\"; expected letters, digits, -, _ and ., at most 64"
              .formatted(name));
      return;
    }
    var file = value.text().orElse("");
    if (file.isEmpty()) {
      value.wrong("empty", FILE);
    } else if (files.containsValue(file)) {
      value.wrong("the file of another sync already", "a file of its own");
    }
    files.put(new SyncName(name), file);
  }
}
