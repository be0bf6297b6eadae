package org.rollcall.sandbox;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A page of contacts in an answer, and the ways in which it can be spoilt.
///
/// @param json the body of the answer
/// @param data the page's contacts in it
record ContactPage(WireResponse response, ObjectNode json, ArrayNode data) {
  private static final int IN_TIME = 50;

  private static final Set<CallKind> LISTS =
      EnumSet.of(CallKind.LIST, CallKind.HIDDEN, CallKind.SEARCH);

  /// The page; empty if the answer has none.
  static Optional<ContactPage> in(Call call, WireResponse response) {
    if (!LISTS.contains(call.kind()) || response.status() != 200) {
      return Optional.empty();
    }
    var json = Json.parse(response.body());
    return json.get("data") instanceof ArrayNode data
        ? Optional.of(new ContactPage(response, json, data))
        : Optional.empty();
  }

  /// A timeout in its place, if more than 50 contacts were asked for.
  WireResponse tooLarge() {
    int size = json.path("pages").path("per_page").asInt(0);
    return size > IN_TIME ? ErrorAnswers.gatewayTimeout() : response;
  }

  /// With an entry that holds nothing and is not counted.
  WireResponse withEmptyEntry() {
    data.insertNull(0);
    return response.withBody(json.toString());
  }

  /// With nothing where its first contact was, if it has one.
  WireResponse withLostEntry() {
    if (!data.isEmpty()) {
      data.setNull(0);
    }
    return response.withBody(json.toString());
  }
}
