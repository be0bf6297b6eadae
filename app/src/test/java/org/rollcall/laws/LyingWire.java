package org.rollcall.laws;

import java.util.Optional;
import java.util.Random;
import org.rollcall.intercom.Call;
import org.rollcall.intercom.Headers;
import org.rollcall.intercom.Wire;
import org.rollcall.intercom.WireAnswer;

/// Answers some updates with what the contact held before, as a cache does, and some with another
/// contact. Some of the former it does not pass on at all.
final class LyingWire implements Wire {
  private final Wire wire;
  private final Random random;
  private Optional<WireAnswer.Whole> another = Optional.empty();
  private int lies;

  LyingWire(Wire wire, long seed) {
    this.wire = wire;
    this.random = new Random(seed);
  }

  /// How many answers were lies.
  int lies() {
    return lies;
  }

  @Override
  public WireAnswer exchange(Call call) throws InterruptedException {
    return call.method() == Call.Method.PUT && random.nextInt(4) == 0
        ? lie(call)
        : remembered(wire.exchange(call));
  }

  private WireAnswer lie(Call call) throws InterruptedException {
    lies++;
    return switch (random.nextInt(3)) {
      case 0 -> {
        var before = before(call);
        wire.exchange(call);
        yield before;
      }
      case 1 -> before(call);
      default -> {
        var answer = wire.exchange(call);
        yield another.<WireAnswer>map(lie -> lie).orElse(answer);
      }
    };
  }

  private WireAnswer before(Call call) throws InterruptedException {
    return wire.exchange(new Call(Call.Method.GET, call.path(), Optional.empty()));
  }

  private WireAnswer remembered(WireAnswer answer) {
    if (answer instanceof WireAnswer.Whole(var status, Headers headers, var body)
        && status == 200
        && body.contains("\"type\":\"contact\"")
        && !body.contains("\"type\":\"list\",\"data\":[{")) {
      another = Optional.of(new WireAnswer.Whole(status, headers, body));
    }
    return answer;
  }
}
