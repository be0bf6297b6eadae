package org.rollcall.laws;

import java.util.Random;
import org.rollcall.intercom.Call;
import org.rollcall.intercom.Wire;
import org.rollcall.intercom.WireAnswer;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;

/// Leaves some contacts out of the list of all, and lists others in their place once more, so that
/// the counts agree.
final class OmittingWire implements Wire {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Wire wire;
  private final Random random;
  private int omitted;

  OmittingWire(Wire wire, long seed) {
    this.wire = wire;
    this.random = new Random(seed);
  }

  /// How many contacts were left out.
  int omitted() {
    return omitted;
  }

  @Override
  public WireAnswer exchange(Call call) throws InterruptedException {
    var answer = wire.exchange(call);
    return call.method() == Call.Method.GET
            && call.path().startsWith("/contacts?")
            && answer instanceof WireAnswer.Whole(var status, var headers, var body)
            && status == 200
        ? new WireAnswer.Whole(status, headers, less(body))
        : answer;
  }

  private String less(String body) {
    var list = JSON.readTree(body);
    if (list.path("data") instanceof ArrayNode contacts && contacts.size() > 1) {
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        var repeated = contacts.get(random.nextInt(contacts.size()));
        int place = random.nextInt(contacts.size());
        if (!repeated.path("id").equals(contacts.get(place).path("id"))) {
          contacts.set(place, repeated);
          omitted++;
        }
      }
    }
    return JSON.writeValueAsString(list);
  }
}
