package org.rollcall.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.rollcall.model.Rate;

/// A stand-in for Intercom: it answers requests as Intercom's REST API does, from a [World] and
/// without a socket.
///
/// Thread-safe. [SandboxServer] serves it over HTTP; tests call [#handle] directly.
public final class SandboxIntercom {
  private final World world;
  private final Behaviour behaviour;
  private final Endpoints endpoints;
  private final Rate rate;
  private final RateMeter meter;
  private final InstantSource clock;
  private final RequestLog log = new RequestLog();
  private final AtomicLong requests = new AtomicLong();
  private volatile Faults faults;

  /// @param world the contacts; several stand-ins may share one world
  /// @param behaviour what to do where Intercom's documentation is silent
  /// @param rate the rate limit
  /// @param faults which calls fail
  /// @param clock the time of writes, of rate windows and of the search lag
  public SandboxIntercom(
      World world, Behaviour behaviour, Rate rate, Faults faults, InstantSource clock) {
    this(
        world,
        behaviour,
        rate,
        new RateMeter(rate, behaviour.of(OpenQuestion.RateWindows.class)),
        faults,
        clock);
  }

  private SandboxIntercom(
      World world,
      Behaviour behaviour,
      Rate rate,
      RateMeter meter,
      Faults faults,
      InstantSource clock) {
    this.world = world;
    this.behaviour = behaviour;
    this.endpoints = new Endpoints(world, behaviour);
    this.rate = rate;
    this.meter = meter;
    this.clock = clock;
    this.faults = faults;
  }

  /// A stand-in for another workspace, whose calls count against the same limit.
  public SandboxIntercom underSameLimit(World other) {
    return new SandboxIntercom(other, behaviour, rate, meter, faults, clock);
  }

  /// The world it answers from.
  public World world() {
    return world;
  }

  /// The requests so far.
  public RequestLog log() {
    return log;
  }

  /// Replaces the faults for all later calls.
  public void faults(Faults changed) {
    faults = changed;
  }

  /// Answers `request`, or returns how it fails.
  public WireResult handle(WireRequest request) {
    var now = clock.instant();
    var call = Call.of(request);
    var result = answer(request, call, now);
    log.add(
        new RequestLog.Entry(now, request.method(), request.target(), call.kind(), status(result)));
    return result;
  }

  private WireResult answer(WireRequest request, Call call, Instant now) {
    var id = "sandbox-%08d".formatted(requests.incrementAndGet());
    var exchange = new Exchange(request, call, now, id, endpoints);
    if (!exchange.isAuthorized(world.workspace().token())) {
      return new WireResult.Answered(exchange.unauthorized());
    }
    var metered = new MeteredExchange(exchange, rate, meter.count(now));
    return metered.reading().admitted()
        ? metered.carryOut(faults.next(call.kind()))
        : metered.rateLimited();
  }

  private static int status(WireResult result) {
    return switch (result) {
      case WireResult.Answered(var response) -> response.status();
      case WireResult.Reset(), WireResult.Hung() -> 0;
    };
  }
}
