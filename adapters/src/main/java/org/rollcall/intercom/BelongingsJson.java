package org.rollcall.intercom;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rollcall.model.Belonging;
import org.rollcall.model.FieldName;
import tools.jackson.databind.JsonNode;

/// Reads what others have added to a contact from its JSON. Contacts that have the same share one
/// set, so a large workspace costs no more memory.
final class BelongingsJson {
  private static final List<Belonging> ALL = List.of(Belonging.values());
  private static final FieldName OWNER = new FieldName("owner_id");

  private final Set<FieldName> mapped;
  private final Map<Set<Belonging>, Set<Belonging>> shared = new ConcurrentHashMap<>();

  /// @param mapped what Rollcall writes itself, and so is nobody else's
  BelongingsJson(Set<FieldName> mapped) {
    this.mapped = Set.copyOf(mapped);
  }

  Set<Belonging> of(JsonNode contact) {
    Set<Belonging> found = Set.of();
    for (var each : ALL) {
      if (has(contact, each)) {
        found = found.isEmpty() ? EnumSet.noneOf(Belonging.class) : found;
        found.add(each);
      }
    }
    return found.isEmpty() ? found : shared.computeIfAbsent(found, Set::copyOf);
  }

  private boolean has(JsonNode contact, Belonging belonging) {
    return switch (belonging) {
      case OWNER -> !mapped.contains(OWNER) && isSet(contact.path("owner_id"));
      case TAGS -> isFilled(contact.path("tags"));
      case NOTES -> isFilled(contact.path("notes"));
      case COMPANIES -> isFilled(contact.path("companies"));
      case CONVERSATIONS ->
          isSet(contact.path("last_replied_at")) || isSet(contact.path("last_contacted_at"));
      case ATTRIBUTES ->
          contact
              .path("custom_attributes")
              .propertyStream()
              .anyMatch(each ->
                  isSet(each.getValue()) && !mapped.contains(FieldName.attribute(each.getKey())));
    };
  }

  private static boolean isFilled(JsonNode list) {
    return list.path("total_count").asInt(0) > 0 || !list.path("data").isEmpty();
  }

  private static boolean isSet(JsonNode value) {
    return !value.isMissingNode() && !value.isNull() && !value.asString("").equals("");
  }
}
