package org.rollcall.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/// Where one page ends and the next begins; clients treat it as opaque.
///
/// @param page the number of the page that begins here
/// @param position the last contact of the previous page
record Cursor(int page, Position position) {
  /// A contact's place in the list of all contacts, newest first.
  record Position(long createdAt, String id) implements Comparable<Position> {
    static Position of(StoredContact contact) {
      return new Position(contact.createdAt(), contact.id());
    }

    @Override
    public int compareTo(Position other) {
      var byTime = Long.compare(other.createdAt, createdAt);
      return byTime == 0 ? other.id.compareTo(id) : byTime;
    }
  }

  private static final Pattern FORM = Pattern.compile("\\[(-?\\d{1,18}),\"([^\"]+)\",(\\d{1,9})]");

  String encoded() {
    var text = "[" + position.createdAt() + ",\"" + position.id() + "\"," + page + "]";
    return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// @throws Refusal when `text` is not a cursor of this sandbox
  static Cursor decode(String text) {
    var matcher = FORM.matcher(decoded(text));
    if (!matcher.matches()) {
      throw invalid();
    }
    var position = new Position(Long.parseLong(matcher.group(1)), matcher.group(2));
    return new Cursor(Integer.parseInt(matcher.group(3)), position);
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw invalid();
    }
  }

  static Refusal invalid() {
    return Refusal.of(
        400, "client_error", "Invalid starting_after param: it must come from a previous page");
  }
}
