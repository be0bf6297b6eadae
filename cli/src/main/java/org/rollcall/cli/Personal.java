package org.rollcall.cli;

import java.util.Locale;
import org.rollcall.model.Privacy;

/// Values of the roster, whose columns the settings name as they please: what a name gives away is
/// all there is to tell personal data by.
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
