package org.rollcall.app;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.rollcall.apply.Backoff;
import org.rollcall.apply.Beginning;
import org.rollcall.apply.CheckedGateway;
import org.rollcall.apply.CommonRefusals;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.GatewayListener;
import org.rollcall.apply.Outage;
import org.rollcall.apply.Paced;
import org.rollcall.apply.Retrying;
import org.rollcall.apply.Turns;
import org.rollcall.apply.Waiter;
import org.rollcall.intercom.AccessToken;
import org.rollcall.intercom.CallListener;
import org.rollcall.intercom.Connection;
import org.rollcall.intercom.CountingWire;
import org.rollcall.intercom.HttpContacts;
import org.rollcall.intercom.HttpWire;
import org.rollcall.intercom.Wire;
import org.rollcall.model.FieldName;
import org.rollcall.run.FencedGateway;
import org.rollcall.run.RunEvent;
import org.rollcall.settings.Intercom;
import org.rollcall.settings.Secret;

/// The way to Intercom: `Retrying(Paced(Checked(Fenced(HttpContacts))))`. In this order every retry
/// waits for its turn like any other call, and an answer about another contact is asked for again.
/// If a run loses the workspace while a write waits, the write does not pass.
public final class IntercomClient implements AutoCloseable {
  private final CountingWire wire;
  private final Runnable hangUp;
  private final WriteFence fence = new WriteFence();
  private final Outage outage;
  private final CommonRefusals refusals;
  private final Gateway gateway;

  /// How time passes for a client.
  ///
  /// @param clock the time of day
  /// @param nanos a clock that only goes forward, such as `System::nanoTime`
  /// @param waiter lets time pass
  public record Time(InstantSource clock, LongSupplier nanos, Waiter waiter) {}

  /// @param wire the calls themselves
  /// @param hangUp ends all calls in flight and lets go of the wire
  /// @param fields what to read of each contact
  /// @param turns shared with all who call with the same token
  /// @param patience how long to wait for Intercom while it takes no writes
  /// @param calls is told of each call
  public IntercomClient(
      Wire wire,
      Runnable hangUp,
      Set<FieldName> fields,
      Turns turns,
      Duration patience,
      Time time,
      CallListener calls,
      Consumer<RunEvent> events) {
    this.wire = new CountingWire(wire, calls, time.nanos());
    this.hangUp = hangUp;
    var listener = new Tell(events);
    this.outage = new Outage(patience, time.waiter(), listener);
    this.refusals = new CommonRefusals(listener);
    var contacts = new FencedGateway(new HttpContacts(this.wire, fields, time.clock()), fence);
    var checked = new CheckedGateway(contacts, new Beginning(time.clock().instant()));
    this.gateway =
        new Retrying(
            new Paced(checked, turns, time.nanos(), time.waiter(), listener),
            Backoff.DEFAULT,
            time.waiter(),
            () -> ThreadLocalRandom.current().nextDouble(),
            outage,
            listener);
  }

  /// Over HTTP, as the settings say.
  static IntercomClient over(
      Intercom settings,
      Secret token,
      Set<FieldName> fields,
      TokenTurns turns,
      InstantSource clock,
      Waiter waiter,
      CallListener calls,
      Consumer<RunEvent> events) {
    var wire = new HttpWire(connection(settings, token));
    return new IntercomClient(
        wire,
        wire::close,
        fields,
        turns.of(settings, token),
        settings.patience(),
        new Time(clock, System::nanoTime, waiter),
        calls,
        events);
  }

  Gateway gateway() {
    return gateway;
  }

  Outage outage() {
    return outage;
  }

  CommonRefusals refusals() {
    return refusals;
  }

  WriteFence fence() {
    return fence;
  }

  /// The calls until now, including retries.
  int calls() {
    return wire.calls();
  }

  @Override
  public void close() {
    hangUp.run();
  }

  private static Connection connection(Intercom settings, Secret token) {
    return Connection.to(
            URI.create(settings.url()), new AccessToken(token.value()), Version.userAgent())
        .withVersion(settings.version())
        .withTimeouts(settings.connectTimeout(), settings.requestTimeout());
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

    @Override
    public void waitsForPart(String why) {
      warn(why);
    }

    @Override
    public void refusedByRate(String what, String why, Duration pause) {
      warn(
          "Intercom's rate limit is used up, by other programs perhaps, so %s waits %d s: %s"
              .formatted(what, pause.toSeconds(), why));
    }

    @Override
    public void outage(int members, String why, Duration between, Duration patience) {
      warn(
          "Intercom takes no writes: %d members in a row got no answer, the last because: %s The others wait, and one of them tries every %d s for at most %d s (intercom.patience)."
              .formatted(members, why, between.toSeconds(), patience.toSeconds()));
    }

    @Override
    public void back() {
      warn("Intercom takes writes again; the run goes on.");
    }

    @Override
    public void noCreates(String why) {
      warn("No contact is made any more in this run, and the others are written. " + why);
    }

    @Override
    public void refusedForAll(FieldName field, int members) {
      warn(
          "Intercom has refused %s for %d members in a row, so it is left out for all others of this run; look at the attribute in Intercom under Settings › Data › People."
              .formatted(field, members));
    }

    private void warn(String sentence) {
      events.accept(new RunEvent.Warned(sentence));
    }
  }
}
