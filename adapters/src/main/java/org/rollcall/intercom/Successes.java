package org.rollcall.intercom;

import java.util.Optional;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.model.Workspace;
import tools.jackson.databind.JsonNode;

/// Interprets a 2xx answer for each kind of request.
final class Successes {
  private final ContactJson contacts;

  Successes(ContactJson contacts) {
    this.contacts = contacts;
  }

  /// The reply; empty if the JSON is not an answer to such a request.
  Optional<Reply> reply(Request request, JsonNode json) {
    return NextPage.isLost(json) ? Optional.empty() : read(request, json);
  }

  private Optional<Reply> read(Request request, JsonNode json) {
    return switch (request) {
      case Request.Create _,
          Request.Update _,
          Request.Archive _,
          Request.Unarchive _,
          Request.Block _,
          Request.Unblock _,
          Request.Merge _ ->
          contacts.contact(json).map(Reply.Accepted::new);
      case Request.Inspect _, Request.FindByExternalId _ ->
          contacts.contact(json).map(Reply.Found::new);
      case Request.FindByEmail _ ->
          contacts
              .contactsBesideGaps(json)
              .map(each -> new Reply.Matches(each, ContactJson.gaps(json)));
      case Request.CreateMany _, Request.UpdateMany _, Request.InspectJob _ -> BulkJson.job(json);
      case Request.ListContacts _, Request.ListCreated _ -> page(json);
      case Request.ListHidden _ -> HiddenJson.page(json);
      case Request.ListAttributes _ -> AttributeJson.attributes(json).map(Reply.Attributes::new);
      case Request.Identify _ -> account(json).map(Reply.Identity::new);
    };
  }

  private Optional<Reply> page(JsonNode json) {
    return contacts
        .contactsBesideGaps(json)
        .map(each ->
            new Reply.Page(
                each,
                NextPage.cursor(json),
                json.path("total_count").asLong(-1),
                ContactJson.gaps(json)));
  }

  private static Optional<Workspace> account(JsonNode json) {
    var app = json.path("app");
    return app.isObject() || Json.id(json, "id").isPresent()
        ? Optional.of(
            new Workspace(
                Json.id(app, "id_code").orElse(""),
                Json.text(app, "name").orElse(""),
                Json.text(app, "region").orElse("")))
        : Optional.empty();
  }
}
