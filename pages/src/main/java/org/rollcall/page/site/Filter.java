package org.rollcall.page.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What of a list is shown. It stands in the address, so that it can be sent to somebody.
///
/// @param what what is done or became of a member, as an address has it; `""` for everything
/// @param field only what changes this field; `""` for all
/// @param words only what has all of these words; `""` for none
public record Filter(String what, String field, String words) {
  /// Everything.
  public static final Filter NONE = new Filter("", "", "");

  /// Whether everything is shown.
  public boolean isOpen() {
    return equals(NONE);
  }

  public Filter withWhat(String other) {
    return new Filter(other, field, words);
  }

  public Filter withField(String other) {
    return new Filter(what, other, words);
  }

  /// The query of an address, with `?`; `""` for everything.
  public String query() {
    return query(0);
  }

  /// The query of the part that begins at an entry.
  public String query(int from) {
    var parts = new LinkedHashMap<String, String>();
    parts.put("what", what);
    parts.put("field", field);
    parts.put("words", words);
    parts.put("from", from == 0 ? "" : String.valueOf(from));
    parts.values().removeIf(String::isEmpty);
    return parts.isEmpty()
        ? ""
        : parts.entrySet().stream().map(Filter::part).collect(Collectors.joining("&", "?", ""));
  }

  private static String part(Map.Entry<String, String> part) {
    return part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8);
  }
}
