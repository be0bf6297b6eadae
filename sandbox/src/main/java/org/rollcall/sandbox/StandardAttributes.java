package org.rollcall.sandbox;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/// The attributes that every workspace has; the list shows them together with the custom ones.
final class StandardAttributes {
  private record Standard(String name, String label, String type, boolean writable) {}

  private static final List<Standard> ALL =
      List.of(
          new Standard("name", "Name", "string", true),
          new Standard("email", "Email", "string", true),
          new Standard("phone", "Phone", "string", true),
          new Standard("external_id", "User ID", "string", true),
          new Standard("created_at", "First seen", "date", false),
          new Standard("signed_up_at", "Signed up", "date", true),
          new Standard("last_seen_at", "Last seen", "date", true));

  private StandardAttributes() {}

  static void addTo(ArrayNode data) {
    for (var standard : ALL) {
      data.addObject()
          .put("type", "data_attribute")
          .put("model", "contact")
          .put("name", standard.name())
          .put("full_name", standard.name())
          .put("label", standard.label())
          .put("data_type", standard.type())
          .put("api_writable", standard.writable())
          .put("ui_writable", false)
          .put("messenger_writable", true)
          .put("custom", false)
          .put("archived", false);
    }
  }
}
