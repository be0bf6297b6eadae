package org.rollcall.intercom;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rollcall.apply.Request;
import org.rollcall.model.ContactId;
import org.rollcall.model.Span;
import tools.jackson.databind.node.ObjectNode;

/// Converts requests to HTTP calls. Only this class knows Intercom's paths.
final class Calls {
  /// The maximum that Intercom allows. Without the parameter it gives 10, although its
  /// documentation long said 50.
  private static final int PER_PAGE = 150;

  private static final String NOTHING = "{}";

  private Calls() {}

  static Call of(Request request) {
    return switch (request) {
      case Request.Create(var fields) -> Call.post("/contacts", WishJson.ofNew(fields));
      case Request.Update(var id, var fields) -> Call.put(contact(id), WishJson.ofChanged(fields));
      case Request.Archive(var id) -> Call.post(contact(id) + "/archive", NOTHING);
      case Request.Unarchive(var id) -> Call.post(contact(id) + "/unarchive", NOTHING);
      case Request.Block(var id) -> Call.post(contact(id) + "/block", NOTHING);
      case Request.Unblock(var id) -> Call.post(contact(id) + "/unblock", NOTHING);
      case Request.Merge(var lead, var user) -> Call.post("/contacts/merge", merge(lead, user));
      case Request.Inspect(var id) -> Call.get(contact(id));
      case Request.FindByExternalId(var externalId) ->
          Call.get("/contacts/find_by_external_id/" + encode(externalId));
      case Request.FindByEmail(var email) -> search(email, Optional.empty());
      case Request.CreateMany(var contacts, var job) ->
          Call.post("/contacts/bulk", BulkJson.of(contacts, job));
      case Request.UpdateMany(var updates, var job) ->
          Call.put("/contacts/bulk", BulkJson.ofUpdates(updates, job));
      case Request.InspectJob(var job) -> Call.get("/contacts/bulk/" + encode(job));
      case Request.ListContacts(var cursor, var size) -> page("/contacts", cursor, size);
      case Request.ListHidden(var cursor, var size) -> page("/contacts/deleted", cursor, size);
      case Request.ListCreated(var span, var newestFirst, var cursor) ->
          created(span, newestFirst, cursor);
      case Request.ListAttributes() ->
          Call.get("/data_attributes?model=contact&include_archived=true");
      case Request.Identify() -> Call.get("/me");
    };
  }

  /// One page of a search by e-mail. The cursor goes into the body: Intercom ignores a cursor in
  /// the query string and would return the first page for ever.
  static Call search(String email, Optional<String> cursor) {
    var body = Json.object();
    body.putObject("query").put("field", "email").put("operator", "=").put("value", email);
    return search(body, cursor);
  }

  private static Call created(Span span, boolean newestFirst, Optional<String> cursor) {
    var body = Json.object();
    var query = body.putObject("query").put("operator", "AND");
    var both = query.putArray("value");
    filter(both.addObject(), ">", span.after());
    span.before().ifPresent(before -> filter(both.addObject(), "<", before));
    body.putObject("sort")
        .put("field", "created_at")
        .put("order", newestFirst ? "descending" : "ascending");
    return search(body, cursor);
  }

  /// Uses `>` and `<`: besides `=` they are the only date operators in all versions.
  private static void filter(ObjectNode filter, String operator, long moment) {
    filter.put("field", "created_at").put("operator", operator).put("value", moment);
  }

  private static Call search(ObjectNode body, Optional<String> cursor) {
    var pagination = body.putObject("pagination").put("per_page", PER_PAGE);
    cursor.ifPresent(text -> pagination.put("starting_after", text));
    return Call.post("/contacts/search", Json.write(body));
  }

  private static Call page(String list, Optional<String> cursor, int size) {
    return Call.get(list + "?per_page=" + size + cursor.map(Calls::startingAfter).orElse(""));
  }

  private static String contact(ContactId id) {
    return "/contacts/" + encode(id.value());
  }

  /// Leaves Intercom's own check on: Intercom refuses to merge contacts that share nothing.
  private static String merge(ContactId lead, ContactId user) {
    return Json.write(Json.object().put("from", lead.value()).put("into", user.value()));
  }

  private static String startingAfter(String cursor) {
    return "&starting_after=" + encode(cursor);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
