package org.rollcall.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollcall.run.Lease;
import org.rollcall.store.LeaseClock;
import org.rollcall.store.LeaseRecord;
import org.rollcall.store.LeaseRow;
import org.rollcall.store.StoreTrouble;

/// A lease from when it was taken until it is given back.
///
/// The holder never trusts that it still has the lease because nobody told it otherwise. It knows
/// when each record last confirmed it, and stops writing before its time there can be over.
final class LeaseHeartbeat implements Lease.Hold {
  /// How long it is asked who took over: a run that has to end does not wait for more.
  private static final Duration NAMING = Duration.ofSeconds(2);

  private final List<Taken> taken;
  private final Runnable ended;
  private final HeldLease.Terms terms;
  private final LeaseClock clock;
  private final Consumer<String> trouble;
  private final AtomicReference<@Nullable CompletableFuture<Boolean>> lost =
      new AtomicReference<>();
  private final ScheduledExecutorService heartbeat =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lease").factory());

  /// A record that this run is written down in.
  static final class Taken {
    private final LeaseRecord record;
    private final LeaseRecord.Tenure tenure;
    private volatile LeaseClock.Reading confirmed;

    /// @param asked when the record was asked for what it then confirmed
    Taken(LeaseRecord record, LeaseRecord.Tenure tenure, LeaseClock.Reading asked) {
      this.record = record;
      this.tenure = tenure;
      this.confirmed = asked;
    }

    void giveBack(Consumer<String> trouble) {
      try {
        record.release(tenure);
      } catch (StoreTrouble failed) {
        trouble.accept(
            "%s. The next run has to wait until it expires, in %d seconds at most."
                .formatted(failed.getMessage(), tenure.life().toSeconds()));
      }
    }

    /// Who has taken the lease since, if anybody: also one who has given it back again.
    private Optional<LeaseRow> successor() {
      try {
        return record.look(tenure.workspace()).row().filter(row -> !row.run().equals(tenure.run()));
      } catch (StoreTrouble _) {
        return Optional.empty();
      }
    }
  }

  /// @param ended told once it was given back
  LeaseHeartbeat(
      List<Taken> taken,
      Runnable ended,
      HeldLease.Terms terms,
      LeaseClock clock,
      Consumer<String> trouble) {
    this.taken = List.copyOf(taken);
    this.ended = ended;
    this.terms = terms;
    this.clock = clock;
    this.trouble = trouble;
    long pause = terms.life().toMillis() / 3;
    var _ = heartbeat.scheduleAtFixedRate(this::renew, pause, pause, TimeUnit.MILLISECONDS);
  }

  @Override
  public boolean isSure() {
    if (lost.get() == null && taken.stream().anyMatch(this::isOutdated)) {
      lose(
          "Nothing confirmed for %d seconds that this run still has the workspace to itself: the process was suspended, the machine slept, or the store cannot be reached."
              .formatted(confidence().toSeconds()));
    }
    return lost.get() == null;
  }

  private boolean isOutdated(Taken each) {
    return clock.since(each.confirmed).compareTo(confidence()) >= 0;
  }

  /// The life less a margin for what is on its way.
  private Duration confidence() {
    return terms.life().minus(terms.life().dividedBy(6));
  }

  private void renew() {
    for (var each : taken) {
      if (isSure()) {
        renew(each);
      }
    }
  }

  private void renew(Taken each) {
    try {
      var asked = clock.now();
      if (each.record.renew(each.tenure)) {
        each.confirmed = asked;
      } else {
        lose(
            "This run no longer has the lease of the workspace, because it was not renewed in time.");
      }
    } catch (StoreTrouble _) {
      // The next beat tries again. Should none succeed in time, this run stops writing.
    }
  }

  /// Whoever asks whether the lease is sure does not wait until it is known who took over.
  private void lose(String why) {
    var told = new CompletableFuture<Boolean>();
    if (lost.compareAndSet(null, told)) {
      terms.lost().run();
      Thread.ofVirtual()
          .name("lease loss")
          .start(() -> {
            trouble.accept(
                "%s%s The run ends here, so that two do not write at once."
                    .formatted(why, successor()));
            told.complete(true);
          });
    }
  }

  private String successor() {
    var found = new CompletableFuture<Optional<LeaseRow>>();
    Thread.ofVirtual()
        .name("lease successor")
        .start(() ->
            found.complete(
                taken.stream().map(Taken::successor).flatMap(Optional::stream).findFirst()));
    return found
        .completeOnTimeout(Optional.empty(), NAMING.toMillis(), TimeUnit.MILLISECONDS)
        .join()
        .map(LeaseHeartbeat::sentence)
        .orElse("");
  }

  private static String sentence(LeaseRow row) {
    return row.isReleased()
        ? " Meanwhile run %s of %s took it over, at %s, and has ended."
            .formatted(row.run(), row.holder(), row.since())
        : " Run %s of %s took it over at %s.".formatted(row.run(), row.holder(), row.since());
  }

  @Override
  public void close() {
    heartbeat.shutdownNow();
    var release =
        Thread.ofVirtual()
            .name("lease release")
            .start(() -> taken.forEach(each -> each.giveBack(trouble)));
    try {
      awaitTold();
      if (!release.join(terms.patience().get())) {
        trouble.accept(
            "The lease of the workspace could not be given back in time. The next run has to wait until it expires, in %d seconds at most."
                .formatted(terms.life().toSeconds()));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      ended.run();
    }
  }

  /// That the lease was lost is told before the run is over.
  private void awaitTold() throws InterruptedException {
    var told = lost.get();
    if (told != null) {
      try {
        told.get(2 * NAMING.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException _) {
        // It could not be told.
      }
    }
  }
}
