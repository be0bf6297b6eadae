package org.rollcall.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.rollcall.apply.Turns;
import org.rollcall.rate.Allotment;
import org.rollcall.rate.Bid;
import org.rollcall.rate.Claim;
import org.rollcall.rate.Part;
import org.rollcall.rate.Terms;
import org.rollcall.store.LeaseClock;

/// Those of this process who share one rate in one way, among the users of the rate in other
/// processes. It knows until when it may use its part, by its own clocks: the time counts from
/// before the store was asked. For many threads.
final class RateUser {
  /// A run that could not ask the store for so long beyond its part has no lease any more. Its next
  /// call is let through, so that the fence before it can tell it to stop.
  private static final Duration LEASE_IS_OVER = Duration.ofSeconds(6);

  private final String name;
  private final String token;
  private final Duration window;
  private final LeaseClock clock;
  private final LongSupplier nanos;
  private final boolean required;
  private final Runnable asking;
  private final Turns turns;
  private final AtomicReference<State> state = new AtomicReference<>(new Idle());

  private sealed interface State {}

  /// It says nothing to the others, and has nothing.
  private record Idle() implements State {}

  /// It has nothing since the store could not be asked.
  private record Cut(String why, LeaseClock.Reading since) implements State {}

  /// It has a part.
  private record Has(Part part, LeaseClock.Reading since) implements State {}

  /// @param name distinguishes it among all users
  /// @param required whether it waits where the store cannot be asked; else it goes on as if alone
  /// @param asking begins to ask the others
  RateUser(
      String name,
      TurnsOfTokens.Limit limit,
      boolean required,
      LeaseClock clock,
      LongSupplier nanos,
      Runnable asking) {
    this.name = name;
    this.token = IntercomAccess.digest("rate\n" + limit.token().value());
    this.required = required;
    this.clock = clock;
    this.nanos = nanos;
    this.asking = asking;
    this.turns = new Turns(limit.pacer(), this::allotted);
    this.window = turns.window();
  }

  Turns turns() {
    return turns;
  }

  /// A digest of the token.
  String token() {
    return token;
  }

  /// How long nobody else may use what it reserves, counted from `valid` after it is said.
  Duration counting(Duration valid) {
    return valid.plus(window).plus(Terms.ON_ITS_WAY);
  }

  private Allotment allotted() {
    return switch (state.get()) {
      case Has(var part, var since) when clock.since(since).compareTo(Terms.VALID) < 0 ->
          new Allotment.Given(part);
      case Has _, Idle _ -> {
        asking.run();
        yield new Allotment.Pending();
      }
      case Cut(var why, var since) -> {
        asking.run();
        yield required && clock.since(since).compareTo(LEASE_IS_OVER) < 0
            ? new Allotment.Unknown(why)
            : new Allotment.Given(Part.ALL);
      }
    };
  }

  /// What it says next. A part that becomes smaller holds from now on: the others may hear of it
  /// although this process does not learn that they did.
  ///
  /// @param leaves whether nothing more is called
  Bid bid(List<Claim> others, Instant now, boolean leaves) {
    return turns.measured(
        nanos.getAsLong(),
        measured -> {
          var demand = leaves ? measured.ofLeaver() : measured;
          var bid = Bid.of(name, demand, others, now);
          state.updateAndGet(before -> smaller(before, bid.part()));
          return bid;
        });
  }

  private static State smaller(State before, Part part) {
    return before instanceof Has(var old, var since) && part.isWithin(old)
        ? new Has(part, since)
        : before;
  }

  /// The others heard it.
  ///
  /// @param asked when they were asked
  void heard(Bid bid, LeaseClock.Reading asked) {
    state.set(bid.claim().isNothing() ? new Idle() : new Has(bid.part(), asked));
  }

  /// The store could not be asked. A part that it has stays its own until its time is over.
  void unheard(String why) {
    state.updateAndGet(before ->
        switch (before) {
          case Has(_, var since) when clock.since(since).compareTo(Terms.VALID) < 0 -> before;
          case Cut(_, var since) -> cut(why, since);
          case Has _, Idle _ -> cut(why, clock.now());
        });
  }

  private static Cut cut(String why, LeaseClock.Reading since) {
    return new Cut(
        "%s. So nobody can say what other processes call with it, and the calls of this one wait until the store answers."
            .formatted(why),
        since);
  }

  /// Whether it needs nothing.
  boolean isIdle() {
    return state.get() instanceof Idle;
  }

  String name() {
    return name;
  }
}
