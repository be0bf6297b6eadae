package org.rollcall.sandbox;

import java.util.Comparator;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Something that happened to a contact.
///
/// @param into the contact that it was merged into
/// @param at Unix seconds
/// @param sequence counts what happened, so that nothing is confused that happened in one second
record Activity(Kind kind, String contact, Optional<String> into, long at, long sequence)
    implements Comparable<Activity> {
  private static final Comparator<Activity> OLDEST_FIRST =
      Comparator.comparingLong(Activity::at).thenComparingLong(Activity::sequence);

  /// What can happen. Archiving and blocking are not told.
  enum Kind {
    CREATED("contact.created"),
    ROLE_UPDATED("contact.role_updated"),
    MERGED("contact.merged"),
    DELETED("contact.deleted");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  Cursor.Position position() {
    return new Cursor.Position(at, Long.toString(sequence));
  }

  /// The activity at a position; only its place in the order counts.
  ///
  /// @throws Refusal when it is a position in another list
  static Activity placedAt(Cursor.Position position) {
    if (!position.id().matches("\\d{1,18}")) {
      throw Cursor.invalid();
    }
    return new Activity(
        Kind.CREATED, "", Optional.empty(), position.createdAt(), Long.parseLong(position.id()));
  }

  ObjectNode json() {
    var json = Json.object().put("type", kind.word).put("id", Long.toString(sequence));
    json.put("contact_id", contact).put("created_at", at);
    into.ifPresent(other -> json.put("into_contact_id", other));
    return json;
  }

  @Override
  public int compareTo(Activity other) {
    return OLDEST_FIRST.compare(this, other);
  }
}
