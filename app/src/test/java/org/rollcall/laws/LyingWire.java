package org.rollcall.laws;

import java.util.Optional;
import java.util.Random;
import org.rollcall.intercom.Call;
import org.rollcall.intercom.Headers;
import org.rollcall.intercom.Wire;
import org.rollcall.intercom.WireAnswer;
import org.rollcall.sandbox.World;

/// Answers some updates with what the contact held before, as a cache does, and some with another
/// contact. Some of the former it does not pass on at all. Some creates it answers with all that
/// was sent, and with the id of a contact that was there before.
final class LyingWire implements Wire {
  private final Wire wire;
  private final Random random;
  private Optional<WireAnswer.Whole> another = Optional.empty();
  private final World world;
  private int lies;

  /// @param world whose contacts it takes for others
  LyingWire(Wire wire, World world, long seed) {
    this.wire = wire;
    this.world = world;
    this.random = new Random(seed);
  }

  /// How many answers were lies.
  int lies() {
    return lies;
  }

  @Override
  public WireAnswer exchange(Call call) throws InterruptedException {
    if (call.method() == Call.Method.PUT && random.nextInt(4) == 0) {
      return lie(call);
    }
    return isCreate(call) && random.nextInt(4) == 0
        ? lieOfCreate(call)
        : remembered(wire.exchange(call));
  }

  private static boolean isCreate(Call call) {
    return call.method() == Call.Method.POST && call.path().equals("/contacts");
  }

  private WireAnswer lieOfCreate(Call call) throws InterruptedException {
    var others = world.contacts();
    var answer = wire.exchange(call);
    if (others.isEmpty()
        || !(answer instanceof WireAnswer.Whole(var status, var headers, var body))
        || status != 200) {
      return answer;
    }
    lies++;
    var other = others.get(random.nextInt(others.size()));
    var lie =
        body.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"" + other.id() + "\"")
            .replaceFirst("\"created_at\":\\d+", "\"created_at\":" + other.createdAt());
    return new WireAnswer.Whole(status, headers, lie);
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
