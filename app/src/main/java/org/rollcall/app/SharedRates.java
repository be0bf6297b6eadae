package org.rollcall.app;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rollcall.apply.Turns;
import org.rollcall.rate.Terms;
import org.rollcall.settings.Intercom;
import org.rollcall.settings.Secret;
import org.rollcall.store.LeaseClock;
import org.rollcall.store.SqlRates;
import org.rollcall.store.StoreAccess;

/// The turns of a process that shares the rates of its access tokens with others through the store:
/// together they make no more calls than one process would. Every two seconds each process says
/// what it needs of all its tokens, as long as any is used. For many threads.
final class SharedRates implements AutoCloseable {
  /// A store that does not answer must not use up the time in which it could be asked once more.
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /// Who is talking to a store that answers is done sooner.
  private static final Duration GOODBYE = Duration.ofMillis(500);

  private final RateTalk talk;
  private final LeaseClock clock;
  private final Map<Key, RateUser> users = new ConcurrentHashMap<>();
  private final Set<RateUser> active = ConcurrentHashMap.newKeySet();
  private final Semaphore wake = new Semaphore(0);
  private @Nullable Thread talking;
  private boolean closed;

  /// Runs that need the store, and commands that do not, wait differently.
  private record Key(TurnsOfTokens.Limit limit, boolean required) {}

  /// @param store asked each time
  SharedRates(StoreAccess store, LeaseClock clock) {
    this.talk = new RateTalk(new SqlRates(store), clock);
    this.clock = clock;
  }

  /// @param required whether callers wait where the store cannot be asked; else they go on as if
  ///   they were alone
  TokenTurns turns(boolean required) {
    return (settings, token) -> turns(settings, token, required);
  }

  private Turns turns(Intercom settings, Secret token, boolean required) {
    return users
        .computeIfAbsent(
            new Key(TurnsOfTokens.Limit.of(settings, token).ofToken(), required), this::user)
        .turns();
  }

  private RateUser user(Key key) {
    var name =
        "%s:%d-%s"
            .formatted(
                ProcFolder.host(),
                ProcessHandle.current().pid(),
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
    // What it does when it is asked is known only when it is there.
    var self = new RateUser[1];
    self[0] =
        new RateUser(
            name, key.limit(), key.required(), clock, System::nanoTime, () -> begin(self[0]));
    return self[0];
  }

  /// Must not wait: the user's calls do, meanwhile.
  private void begin(RateUser user) {
    if (active.add(user)) {
      wake.release();
      start();
    }
  }

  private synchronized void start() {
    if (talking == null && !closed) {
      talking = Thread.ofVirtual().name("rates").start(this::talk);
    }
  }

  private void talk() {
    try {
      while (true) {
        if (active.isEmpty()) {
          wake.acquire();
        } else {
          var _ = wake.tryAcquire(more(Terms.PERIOD), TimeUnit.MILLISECONDS);
        }
        wake.drainPermits();
        say(false);
        Thread.sleep(Terms.SOONEST);
      }
    } catch (InterruptedException _) {
      // It is closed.
    }
  }

  private static long more(Duration period) {
    return period.minus(Terms.SOONEST).toMillis();
  }

  private void say(boolean leaving) {
    for (var user : talk.round(Set.copyOf(active), leaving)) {
      active.remove(user);
    }
  }

  /// Gives back what this process has, so that others need not wait until it has run out. A store
  /// that did not answer lately is not asked once more: the run that ends may have no time left.
  @Override
  public void close() {
    var thread = end();
    if (thread.isPresent() && hasEnded(thread.get()) && talk.isHeard()) {
      say(true);
    }
  }

  private static boolean hasEnded(Thread thread) {
    thread.interrupt();
    try {
      return thread.join(GOODBYE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized Optional<Thread> end() {
    closed = true;
    return Optional.ofNullable(talking);
  }
}
