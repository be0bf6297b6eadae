package org.rollcall.app;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.rollcall.apply.Backoff;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.GatewayListener;
import org.rollcall.apply.Paced;
import org.rollcall.apply.Pacer;
import org.rollcall.apply.Retrying;
import org.rollcall.apply.Waiter;
import org.rollcall.intercom.AccessToken;
import org.rollcall.intercom.Connection;
import org.rollcall.intercom.CountingWire;
import org.rollcall.intercom.HttpContacts;
import org.rollcall.intercom.HttpWire;
import org.rollcall.model.FieldName;
import org.rollcall.run.RunEvent;
import org.rollcall.settings.Intercom;
import org.rollcall.settings.Pace;
import org.rollcall.settings.Secret;

/// The way to Intercom, with everything on it: `Retrying(Paced(HttpContacts))`, so that every retry
/// waits for its turn like any other call.
final class IntercomClient implements AutoCloseable {
  private final HttpWire wire;
  private final CountingWire counting;
  private final Gateway gateway;

  /// @param fields what to read of each contact
  IntercomClient(
      Intercom settings,
      Secret token,
      Set<FieldName> fields,
      InstantSource clock,
      Waiter waiter,
      Consumer<RunEvent> events) {
    var listener = new Tell(events);
    this.wire = new HttpWire(connection(settings, token));
    this.counting = new CountingWire(wire);
    var contacts = new HttpContacts(counting, fields, clock);
    var paced = new Paced(contacts, pacer(settings), System::nanoTime, waiter, listener);
    this.gateway =
        new Retrying(
            paced,
            Backoff.DEFAULT,
            waiter,
            () -> ThreadLocalRandom.current().nextDouble(),
            listener);
  }

  Gateway gateway() {
    return gateway;
  }

  /// Calls made until now, retries included.
  int calls() {
    return counting.calls();
  }

  @Override
  public void close() {
    wire.close();
  }

  private static Connection connection(Intercom settings, Secret token) {
    return Connection.to(
            URI.create(settings.url()), new AccessToken(token.value()), Version.userAgent())
        .withVersion(settings.version())
        .withTimeouts(settings.connectTimeout(), settings.requestTimeout());
  }

  private static Pacer pacer(Intercom settings) {
    return switch (settings.rate()) {
      case Pace.UpTo(var rate) -> Pacer.upTo(rate, settings.headroom());
      case Pace.Auto() -> Pacer.auto(settings.headroom());
    };
  }

  private record Tell(Consumer<RunEvent> events) implements GatewayListener {
    @Override
    public void retrying(String what, String why, int attempt, int attempts, Duration pause) {
      events.accept(new RunEvent.GatewayRetry(what, why, attempt, attempts, pause));
    }

    @Override
    public void rateWait(int used, int maximum, Duration pause) {
      events.accept(new RunEvent.RateWait(used, maximum, pause));
    }
  }
}
