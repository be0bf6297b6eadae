package org.rollcall.scale;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.model.Profile;
import org.rollcall.model.Value;

/// Any number of invented members and their contacts, each made when it is asked for, so that
/// measuring a run does not measure the people.
final class Club {
  /// One contact in this many has another name than its member.
  static final int STALE = 200;

  private static final String SHARED = "info@club.example.org";

  private static final List<String> POSITIONS = List.of("PRES", "VP", "SEC", "TREAS");
  private static final List<String> TITLES =
      List.of(
          "Facility President",
          "Facility Vice President",
          "Facility Secretary",
          "Facility Treasurer");

  private Club() {}

  static String number(int index) {
    return Integer.toString(10_000_000 + index);
  }

  static Member member(int index) {
    return member(index, positions(index));
  }

  /// The member without positions: a server would answer those to a question of their own.
  static Member memberAsServed(int index) {
    return member(index, List.of());
  }

  @SuppressWarnings("NullAway") // it does not see, in a compiled record, that a row may hold nulls
  private static Member member(int index, List<Map<String, String>> positions) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("membernumber", number(index));
    row.put("firstname", "Given" + index % 9973);
    row.put("lastname", "Family" + index);
    row.put("email", email(index));
    row.put("phone", "(312) 555-%04d".formatted(index % 10_000));
    row.put("status", "Active");
    row.put("membertypeid", 6L);
    row.put("region_id", 1 + index % 14);
    row.put("facility_id", 1 + index % 400);
    row.put("region", Map.of("id", 1 + index % 14, "code", "R" + index % 14));
    row.put("facility", Map.of("id", 1 + index % 400, "code", "F" + index % 400));
    row.put("type", Map.of("id", 6, "type_name", "Current Member"));
    row.put("positions", positions);
    return new Member(new MemberId(number(index)), row);
  }

  /// The member, with the address that all of the club have.
  static Member sharing(int index) {
    var row = new HashMap<String, @Nullable Object>(member(index).row());
    row.put("email", SHARED);
    return new Member(new MemberId(number(index)), row);
  }

  /// A contact with the address that all of the club have; only every other one has a number.
  static Contact sharingContact(int index) {
    var contact = contact(index);
    var fields = new TreeMap<>(contact.profile().values());
    fields.put(FieldName.EMAIL, new Value.Email(SHARED));
    if (index % 2 == 1) {
      fields.remove(FieldName.EXTERNAL_ID);
    }
    return new Contact(contact.id(), new Profile(fields), contact.createdAt());
  }

  static Contact contact(int index) {
    var fields = new TreeMap<FieldName, Value>();
    fields.put(FieldName.ROLE, new Value.Text("user"));
    fields.put(FieldName.EXTERNAL_ID, new Value.Text(number(index)));
    fields.put(FieldName.EMAIL, new Value.Email(email(index)));
    var name = "Given" + index % 9973 + " Family" + index;
    fields.put(FieldName.NAME, new Value.Text(index % STALE == 0 ? name + " (old)" : name));
    fields.put(FieldName.PHONE, new Value.Text("+1312555%04d".formatted(index % 10_000)));
    fields.put(FieldName.attribute("member_type"), new Value.Text("Current Member"));
    fields.put(FieldName.attribute("region"), new Value.Text("R" + index % 14));
    fields.put(FieldName.attribute("facility"), new Value.Text("F" + index % 400));
    if (index % 10 == 0) {
      var title = TITLES.get(index / 10 % TITLES.size());
      fields.put(FieldName.attribute("positions"), new Value.Text(title));
    }
    return new Contact(
        new ContactId("%024x".formatted(0x5ba682d2L << 32 | index)),
        new Profile(fields),
        1_600_000_000L + index);
  }

  private static String email(int index) {
    return "family%d.given@example.org".formatted(index);
  }

  private static List<Map<String, String>> positions(int index) {
    return index % 10 == 0
        ? List.of(Map.of("positiontype", POSITIONS.get(index / 10 % POSITIONS.size())))
        : List.of();
  }
}
