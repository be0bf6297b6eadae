package org.rollcall.sandbox;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Role;

/// Reads and writes the contacts of a world file.
final class ContactYaml {
  private static final Set<String> TEXTS =
      Set.of("external_id", "email", "name", "phone", "avatar", "owner_id");
  private static final Set<String> TIMES = Set.of("signed_up_at", "last_seen_at");
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "role",
          "state",
          "merged_into",
          "external_id",
          "email",
          "name",
          "phone",
          "avatar",
          "owner_id",
          "signed_up_at",
          "last_seen_at",
          "unsubscribed_from_emails",
          "custom_attributes",
          "created_at",
          "updated_at");
  private static final long FIRST = 1_700_000_000;

  private ContactYaml() {}

  /// Puts the contacts of a list into the world. Contacts without a creation time are created one
  /// after the other.
  static void readAll(YamlPart list, World world) {
    var time = FIRST;
    for (var part : list.items()) {
      world.put(read(part, world, time++));
    }
    world.contacts().forEach(contact -> requireSurvivor(contact, list, world));
  }

  private static StoredContact read(YamlPart part, World world, long time) {
    var mapping = part.mapping(KEYS);
    var created = time(mapping, "created_at", time);
    return new StoredContact(
        mapping.find("id").map(YamlPart::text).orElseGet(world::newId),
        mapping.find("role").map(ContactYaml::role).orElse(Role.USER),
        state(mapping),
        fields(mapping),
        attributes(mapping, world),
        created,
        time(mapping, "updated_at", created));
  }

  private static Role role(YamlPart part) {
    return switch (part.text()) {
      case "user" -> Role.USER;
      case "lead" -> Role.LEAD;
      default -> throw part.mistake("a role is user or lead");
    };
  }

  private static ContactState state(YamlMapping mapping) {
    return switch (mapping.text("state", "active")) {
      case "active" -> new ContactState.Active();
      case "archived" -> new ContactState.Archived();
      case "blocked" -> new ContactState.Blocked();
      case "doomed" -> new ContactState.Doomed();
      case "merged" -> new ContactState.Merged(survivor(mapping));
      default ->
          throw mapping.whole().mistake("a state is active, archived, blocked, merged or doomed");
    };
  }

  private static String survivor(YamlMapping mapping) {
    return mapping
        .require("merged_into", "a merged contact needs merged_into: the id of the other one")
        .text();
  }

  private static void requireSurvivor(StoredContact contact, YamlPart list, World world) {
    if (contact.state() instanceof ContactState.Merged(var into) && world.contact(into).isEmpty()) {
      throw list.mistake("merged_into names \"" + into + "\", and no contact has that id");
    }
  }

  private static SortedMap<String, Object> fields(YamlMapping mapping) {
    var fields = new TreeMap<String, Object>();
    mapping.forEach((key, value) -> {
      if (TEXTS.contains(key)) {
        fields.put(key, value.text());
      } else if (TIMES.contains(key)) {
        fields.put(key, time(value));
      } else if (key.equals("unsubscribed_from_emails")) {
        fields.put(key, value.flag());
      }
    });
    return fields;
  }

  private static SortedMap<String, @Nullable Object> attributes(YamlMapping mapping, World world) {
    var attributes = new TreeMap<String, @Nullable Object>();
    mapping
        .find("custom_attributes")
        .ifPresent(part ->
            part.mapping()
                .forEach((name, value) -> attributes.put(name, attribute(name, value, world))));
    return attributes;
  }

  /// The value of a text attribute is the text as written, even if it looks like a number.
  private static @Nullable Object attribute(String name, YamlPart value, World world) {
    var attribute =
        world
            .attribute(name)
            .orElseThrow(
                () -> value.mistake("\"" + name + "\" is not among the attributes of this file"));
    var plain = value.plain();
    return plain != null && attribute.type().equals("string") ? value.text() : plain;
  }

  private static long time(YamlMapping mapping, String key, long otherwise) {
    return mapping.find(key).map(ContactYaml::time).orElse(otherwise);
  }

  private static long time(YamlPart part) {
    return part.read(ContactYaml::seconds, "a time: write Unix seconds or 2024-01-31T08:00:00Z");
  }

  private static long seconds(String text) {
    try {
      return text.contains("T") ? Instant.parse(text).getEpochSecond() : Long.parseLong(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static Map<String, @Nullable Object> write(StoredContact contact) {
    var entries = new LinkedHashMap<String, @Nullable Object>();
    entries.put("id", contact.id());
    entries.put("state", contact.state().label());
    if (contact.state() instanceof ContactState.Merged(var into)) {
      entries.put("merged_into", into);
    }
    entries.put("role", contact.isUser() ? "user" : "lead");
    entries.putAll(contact.fields());
    entries.put("created_at", contact.createdAt());
    entries.put("updated_at", contact.updatedAt());
    if (!contact.attributes().isEmpty()) {
      entries.put("custom_attributes", contact.attributes());
    }
    return entries;
  }
}
