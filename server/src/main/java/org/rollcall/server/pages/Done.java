package org.rollcall.server.pages;

import java.util.Locale;
import java.util.stream.Stream;
import org.rollcall.page.site.Text;

/// What was just done, as the address of the page after it says.
enum Done {
  PAUSED,
  RESUMED,
  IGNORED,
  NOTICED,
  STOPPING,
  RELOADED;

  /// The address of a page that says so.
  String at(String path) {
    return path + "?done=" + word();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What the address of a page says was done; `""` for nothing.
  static String sentence(Visit visit) {
    var asked = visit.query("done");
    return Stream.of(values())
        .filter(each -> each.word().equals(asked))
        .map(each -> Text.text("done." + each.word()))
        .findFirst()
        .orElse("");
  }
}
