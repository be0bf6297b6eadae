package org.rollcall.laws;

import java.util.Set;
import org.rollcall.intercom.Call;
import org.rollcall.intercom.Wire;
import org.rollcall.intercom.WireAnswer;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;

/// Shows the first contact of a page of the list once more in place of each that is hidden, so that
/// the counts agree. Searches show all.
record HidingWire(Wire wire, Set<String> hidden) implements Wire {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public WireAnswer exchange(Call call) throws InterruptedException {
    var answer = wire.exchange(call);
    return call.method() == Call.Method.GET
            && call.path().startsWith("/contacts?")
            && answer instanceof WireAnswer.Whole(var status, var headers, var body)
        ? new WireAnswer.Whole(status, headers, less(body))
        : answer;
  }

  private String less(String body) {
    var list = JSON.readTree(body);
    if (list.path("data") instanceof ArrayNode contacts) {
      for (int place = 0; place < contacts.size(); place++) {
        if (hidden.contains(contacts.get(place).path("id").asString())) {
          contacts.set(place, contacts.get(0));
        }
      }
    }
    return JSON.writeValueAsString(list);
  }
}
