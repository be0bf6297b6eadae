package org.rollcall.intercom;

import java.util.List;
import java.util.Optional;
import org.rollcall.apply.Reply;
import org.rollcall.model.ContactId;
import org.rollcall.model.HiddenContact;
import org.rollcall.model.HiddenStatus;
import tools.jackson.databind.JsonNode;

/// Reads the list of contacts that are not active. Its shape is hardly documented, so whatever an
/// entry lacks is taken as missing, and an entry without an id is passed over.
final class HiddenJson {
  private HiddenJson() {}

  /// The page; empty if the JSON is no list.
  static Optional<Reply> page(JsonNode json) {
    var data = json.path("data");
    if (!data.isArray()) {
      return Optional.empty();
    }
    var contacts = data.values().stream().flatMap(each -> contact(each).stream()).toList();
    return Optional.of(page(json, contacts, data.size()));
  }

  private static Reply page(JsonNode json, List<HiddenContact> contacts, int entries) {
    return new Reply.HiddenPage(
        contacts,
        NextPage.cursor(json),
        json.path("total_count").asLong(-1),
        entries - contacts.size());
  }

  private static Optional<HiddenContact> contact(JsonNode json) {
    return Json.id(json, "id")
        .filter(ContactJson::isId)
        .map(id ->
            new HiddenContact(
                new ContactId(id),
                Json.id(json, "external_id"),
                Json.text(json, "email"),
                HiddenStatus.meaning(Json.text(json, "status").orElse(""))));
  }
}
