package org.rollcall.intercom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Profile;
import org.rollcall.model.Value;
import tools.jackson.databind.JsonNode;

/// Reads contacts from Intercom's JSON. It keeps only the requested fields, so that a large
/// workspace fits into memory.
final class ContactJson {
  private static final Set<FieldName> ALWAYS =
      Set.of(
          FieldName.ROLE, FieldName.EXTERNAL_ID, FieldName.EMAIL, FieldName.NAME, FieldName.PHONE);
  private static final FieldName AVATAR = new FieldName("avatar");
  private static final FieldName OWNER = new FieldName("owner_id");
  private static final Map<String, Value> ROLES =
      Map.of("user", new Value.Text("user"), "lead", new Value.Text("lead"));

  /// Old contacts have milliseconds where others have seconds; as seconds that is past the year
  /// 5000.
  private static final long MILLISECONDS = 100_000_000_000L;

  /// Intercom's ids have 24 characters. A text that is far longer is none.
  private static final int LONGEST_ID = 255;

  private final List<FieldName> fields;
  private final BelongingsJson belongings;

  ContactJson(Set<FieldName> fields) {
    var all = new HashSet<>(fields);
    all.addAll(ALWAYS);
    this.fields = all.stream().sorted().toList();
    this.belongings = new BelongingsJson(all);
  }

  /// The contact; empty if the JSON is something else. The short answers to calls such as archive
  /// count as contacts with few fields.
  Optional<Contact> contact(JsonNode json) {
    var type = Json.text(json, "type").orElse("contact");
    return type.equals("contact")
        ? Json.id(json, "id")
            .filter(ContactJson::isId)
            .map(id ->
                new Contact(
                    new ContactId(id),
                    profile(json),
                    json.path("created_at").asLong(0),
                    json.path("updated_at").asLong(0),
                    seconds(json.path("last_seen_at").asLong(0)),
                    belongings.of(json)))
        : Optional.empty();
  }

  private static long seconds(long time) {
    return time < MILLISECONDS ? Math.max(time, 0) : time / 1000;
  }

  /// Whether a text can be an id.
  static boolean isId(String text) {
    return text.length() <= LONGEST_ID;
  }

  /// All contacts of a list, without its entries that are `null`: whoever asks for them must count.
  /// Empty if another entry is something else. A missing page is better than a page that lacks a
  /// contact.
  Optional<List<Contact>> contactsBesideGaps(JsonNode list) {
    return contacts(list, gaps(list));
  }

  /// How many entries of a list are `null`.
  static int gaps(JsonNode list) {
    return Math.toIntExact(list.path("data").values().stream().filter(JsonNode::isNull).count());
  }

  private Optional<List<Contact>> contacts(JsonNode list, int gaps) {
    var data = list.path("data");
    if (!data.isArray()) {
      return Optional.empty();
    }
    var contacts = new ArrayList<Contact>(data.size());
    data.values().forEach(each -> contact(each).ifPresent(contacts::add));
    return contacts.size() == data.size() - gaps ? Optional.of(contacts) : Optional.empty();
  }

  private Profile profile(JsonNode json) {
    var values = new TreeMap<FieldName, Value>();
    for (var field : fields) {
      value(field, node(json, field)).ifPresent(value -> values.put(field, value));
    }
    return new Profile(values);
  }

  private static JsonNode node(JsonNode json, FieldName field) {
    return field.isAttribute()
        ? json.path("custom_attributes").path(field.simpleName())
        : json.path(field.value());
  }

  /// The value of a field. A missing e-mail is `null` in some answers and `""` in others. An owner
  /// is a number up to version 2.15 and text from 2.16. An avatar is written as an address and read
  /// as an object.
  private static Optional<Value> value(FieldName field, JsonNode node) {
    if (field.equals(FieldName.EMAIL)) {
      return written(node).map(Value.Email::new);
    }
    if (field.equals(FieldName.ROLE)) {
      return written(node).map(role -> ROLES.getOrDefault(role, new Value.Text(role)));
    }
    if (field.equals(OWNER) || field.equals(FieldName.EXTERNAL_ID)) {
      return node.asStringOpt().filter(text -> !text.isBlank()).map(Value.Text::new);
    }
    return plain(field.equals(AVATAR) && node.isObject() ? node.path("image_url") : node);
  }

  private static Optional<Value> plain(JsonNode node) {
    if (node.isNumber()) {
      return Optional.of(Value.of(node.decimalValue()));
    }
    if (node.isBoolean()) {
      return Optional.of(new Value.Flag(node.booleanValue()));
    }
    return written(node).map(Value.Text::new);
  }

  private static Optional<String> written(JsonNode node) {
    return node.stringValueOpt().filter(text -> !text.isBlank());
  }
}
