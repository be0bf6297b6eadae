package org.rollcall.cli;

import java.util.Locale;
import org.rollcall.model.Privacy;

/// Values of the roster. The settings choose the names of its columns, so only a column's name can
/// say whether it holds personal data.
final class Personal {
  private Personal() {}

  static String shown(Privacy privacy, String column, Object value) {
    var text = String.valueOf(value);
    var name = column.toLowerCase(Locale.ROOT);
    if (text.contains("@")) {
      return privacy.email(text);
    }
    if (name.contains("name")) {
      return privacy.name(text);
    }
    return name.contains("phone") || name.contains("mobile") ? privacy.phone(text) : text;
  }
}
