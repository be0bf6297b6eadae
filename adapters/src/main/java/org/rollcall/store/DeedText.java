package org.rollcall.store;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.ContactId;
import org.rollcall.plan.DeedRecord;
import org.rollcall.plan.DeedRecord.Landing;
import org.rollcall.plan.PastDeed;
import org.rollcall.review.StoredWord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The deeds of a member as one column holds them: a JSON list such as `[{"did": "write",
/// "contact": "65a0", "landing": "landed", "fields": {"name": ["before", "after"]}}]`.
final class DeedText {
  private static final JsonMapper JSON = JsonMapper.shared();

  private DeedText() {}

  static String of(List<DeedRecord> deeds) {
    var list = JSON.createArrayNode();
    for (var each : deeds) {
      var json = list.addObject();
      write(json, each.deed());
      json.put("landing", StoredWord.of(each.landing()));
    }
    return list.toString();
  }

  /// Empty where one of the deeds is something that only a later version of Rollcall knows.
  static Optional<List<DeedRecord>> deeds(String text) {
    var deeds = JSON.readTree(text).valueStream().map(DeedText::deed).toList();
    return deeds.stream().allMatch(Optional::isPresent)
        ? Optional.of(deeds.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }

  private static void write(ObjectNode json, PastDeed deed) {
    switch (deed) {
      case PastDeed.Create(var contact, var fields) -> {
        json.put("did", "create");
        contact.ifPresent(id -> json.put("contact", id.value()));
        json.set("fields", Fields.json(fields));
      }
      case PastDeed.Write(var id, var fields) ->
          json.put("did", "write").put("contact", id.value()).set("fields", Fields.json(fields));
      case PastDeed.Archive(var id) -> json.put("did", "archive").put("contact", id.value());
      case PastDeed.Unarchive(var id, var number) -> {
        json.put("did", "unarchive").put("contact", id.value());
        number.ifPresent(text -> json.put("number", text));
      }
      case PastDeed.Block(var id) -> json.put("did", "block").put("contact", id.value());
      case PastDeed.Unblock(var id) -> json.put("did", "unblock").put("contact", id.value());
      case PastDeed.Merge(var lead, var user) ->
          json.put("did", "merge").put("contact", lead.value()).put("into", user.value());
    }
  }

  private static Optional<DeedRecord> deed(JsonNode json) {
    return past(json).flatMap(deed -> landing(json).map(landing -> new DeedRecord(deed, landing)));
  }

  private static Optional<PastDeed> past(JsonNode json) {
    var fields = Fields.differences(json.path("fields"));
    var contact = id(json, "contact");
    return switch (json.path("did").asString("")) {
      case "create" -> Optional.of(new PastDeed.Create(contact, fields));
      case "write" -> contact.map(id -> new PastDeed.Write(id, fields));
      case "archive" -> contact.map(PastDeed.Archive::new);
      case "unarchive" ->
          contact.map(id -> new PastDeed.Unarchive(id, json.path("number").stringValueOpt()));
      case "block" -> contact.map(PastDeed.Block::new);
      case "unblock" -> contact.map(PastDeed.Unblock::new);
      case "merge" ->
          contact.flatMap(lead -> id(json, "into").map(user -> new PastDeed.Merge(lead, user)));
      default -> Optional.empty();
    };
  }

  private static Optional<ContactId> id(JsonNode json, String name) {
    return json.path(name).stringValueOpt().map(ContactId::new);
  }

  private static Optional<Landing> landing(JsonNode json) {
    return StoredWord.meaning(json.path("landing").asString(""), List.of(Landing.values()));
  }
}
