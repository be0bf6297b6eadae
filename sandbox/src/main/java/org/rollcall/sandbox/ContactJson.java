package org.rollcall.sandbox;

import static org.rollcall.sandbox.StoredContact.EMAIL;
import static org.rollcall.sandbox.StoredContact.EXTERNAL_ID;
import static org.rollcall.sandbox.StoredContact.NAME;
import static org.rollcall.sandbox.StoredContact.PHONE;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// A contact as Intercom shows it.
final class ContactJson {
  private static final List<String> NEVER_SET =
      List.of(
          "last_replied_at",
          "last_contacted_at",
          "language_override",
          "browser",
          "os",
          "ios_last_seen_at",
          "android_last_seen_at");

  private ContactJson() {}

  /// The contact as read, create and update answer it: a missing e-mail is `""`.
  static ObjectNode full(StoredContact contact, String workspace) {
    return render(contact, workspace).put(EMAIL, contact.email().orElse(""));
  }

  /// The contact as search answers it: a missing e-mail is `null`.
  static ObjectNode found(StoredContact contact, String workspace) {
    return render(contact, workspace);
  }

  /// The body that archive, unarchive, block and delete answer.
  static ObjectNode stub(StoredContact contact, String state, boolean value) {
    var json = Json.object().put("type", "contact").put("id", contact.id());
    Json.put(json, EXTERNAL_ID, contact.fields().get(EXTERNAL_ID));
    return json.put(state, value);
  }

  private static ObjectNode render(StoredContact contact, String workspace) {
    var json = Json.object().put("type", "contact").put("id", contact.id());
    json.put("workspace_id", workspace);
    json.put("role", contact.role().name().toLowerCase(Locale.ROOT));
    for (var field : List.of(EXTERNAL_ID, EMAIL, PHONE, NAME, "owner_id")) {
      Json.put(json, field, contact.fields().get(field));
    }
    Json.put(json, "email_domain", contact.email().map(ContactJson::domain).orElse(null));
    avatar(json, contact);
    json.put("has_hard_bounced", false).put("marked_email_as_spam", false);
    Json.put(
        json,
        "unsubscribed_from_emails",
        contact.fields().getOrDefault("unsubscribed_from_emails", false));
    times(json, contact);
    NEVER_SET.forEach(json::putNull);
    attributes(json, contact);
    surroundings(json, contact.id());
    return json;
  }

  private static String domain(String email) {
    return email.substring(email.indexOf('@') + 1);
  }

  /// The avatar is written as text and read as an object.
  private static void avatar(ObjectNode json, StoredContact contact) {
    contact
        .text("avatar")
        .ifPresentOrElse(
            url -> json.putObject("avatar").put("type", "avatar").put("image_url", url),
            () -> json.putNull("avatar"));
  }

  private static void times(ObjectNode json, StoredContact contact) {
    json.put("created_at", contact.createdAt()).put("updated_at", contact.updatedAt());
    for (var field : List.of("signed_up_at", "last_seen_at")) {
      Json.put(json, field, contact.fields().get(field));
    }
  }

  private static void attributes(ObjectNode json, StoredContact contact) {
    var attributes = json.putObject("custom_attributes");
    contact.attributes().forEach((name, value) -> Json.put(attributes, name, value));
  }

  private static void surroundings(ObjectNode json, String id) {
    json.putObject("location")
        .put("type", "location")
        .putNull("country")
        .putNull("region")
        .putNull("city");
    json.putObject("social_profiles").put("type", "list").putArray("data");
    for (var list : List.of("tags", "notes", "companies")) {
      var node = json.putObject(list).put("type", "list");
      node.putArray("data");
      node.put("url", "/contacts/" + id + "/" + list).put("total_count", 0).put("has_more", false);
    }
  }
}
