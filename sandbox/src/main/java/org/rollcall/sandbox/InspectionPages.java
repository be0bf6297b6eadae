package org.rollcall.sandbox;

/// The sandbox's own pages: the requests it received, and the contacts in its world.
final class InspectionPages {
  private static final String PREFIX = "/_sandbox/";

  private InspectionPages() {}

  /// Whether the request is for one of these pages.
  static boolean concern(WireRequest request) {
    return request.path().startsWith(PREFIX);
  }

  static WireResponse show(WireRequest request, SandboxIntercom intercom) {
    return switch (request.path()) {
      case PREFIX + "requests" -> WireResponse.json(200, requests(intercom.log()));
      case PREFIX + "contacts" -> WireResponse.json(200, contacts(intercom.world()));
      default ->
          WireResponse.json(
              404,
              "{\"message\":\"The sandbox shows /_sandbox/requests and /_sandbox/contacts.\"}");
    };
  }

  private static String requests(RequestLog log) {
    var entries = log.entries();
    var json = Json.object();
    var writes = entries.stream().filter(entry -> entry.kind().isWrite()).count();
    json.putObject("counts")
        .put("requests", entries.size())
        .put("reads", entries.size() - writes)
        .put("writes", writes)
        .put("rate_limited", entries.stream().filter(entry -> entry.status() == 429).count());
    var list = json.putArray("requests");
    for (var entry : entries) {
      list.addObject()
          .put("time", entry.time().toString())
          .put("method", entry.method())
          .put("path", entry.path())
          .put("kind", entry.kind().label())
          .put("status", entry.status());
    }
    return json.toString();
  }

  private static String contacts(World world) {
    var json = Json.object().put("workspace", world.workspace().id());
    var list = json.putArray("contacts");
    for (var contact : world.contacts()) {
      var shown = ContactJson.full(contact, world.workspace().id());
      shown.put("state", contact.state().label());
      if (contact.state() instanceof ContactState.Merged(var into)) {
        shown.put("merged_into", into);
      }
      list.add(shown);
    }
    return json.toString();
  }
}
