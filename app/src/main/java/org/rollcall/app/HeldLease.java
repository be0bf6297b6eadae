package org.rollcall.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.rollcall.model.Target;
import org.rollcall.run.Lease;
import org.rollcall.run.RunStopped;
import org.rollcall.store.LeaseRecord;
import org.rollcall.store.LeaseRecord.Holder;
import org.rollcall.store.StoreTrouble;

/// The lease as records keep it: taken in each of them, renewed while the run lives, given back in
/// each.
///
/// The holder never trusts that it still has the lease because nobody told it otherwise. It knows
/// when each record last confirmed it, by the wall clock and by one that only goes forward, and
/// stops writing before its time there can be over. A record that cannot be reached at the
/// beginning is told and left out: a run goes on without a store.
public final class HeldLease implements Lease {
  /// How long a run that says nothing keeps the lease.
  public static final Duration LIFE = Duration.ofSeconds(60);

  private final List<LeaseRecord> records;
  private final LeaseHolder holder;
  private final Duration life;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Supplier<Duration> patience;
  private final Consumer<String> trouble;

  /// @param records taken in this order
  /// @param holder who wants it
  /// @param life how long it is held without a renewal
  /// @param nanos a clock that only goes forward
  /// @param patience how long giving back may take, asked then
  /// @param trouble told a sentence when a record fails, or the lease is lost
  public HeldLease(
      List<LeaseRecord> records,
      LeaseHolder holder,
      Duration life,
      InstantSource clock,
      LongSupplier nanos,
      Supplier<Duration> patience,
      Consumer<String> trouble) {
    this.records = List.copyOf(records);
    this.holder = holder;
    this.life = life;
    this.clock = clock;
    this.nanos = nanos;
    this.patience = patience;
    this.trouble = trouble;
  }

  @Override
  public Hold hold(Target target, String run) {
    var workspace = target.workspace().id();
    var taken = new ArrayList<Taken>();
    try {
      holder.begin(run);
      records.forEach(record -> take(record, workspace, run, taken));
      return new Held(workspace, run, taken);
    } catch (RuntimeException refused) {
      taken.forEach(each -> release(each.record(), workspace, run));
      holder.end(run);
      throw refused;
    }
  }

  private void take(LeaseRecord record, String workspace, String run, List<Taken> taken) {
    try {
      var asked = new Confirmation(clock.instant(), nanos.getAsLong());
      var other = record.take(workspace, run, holder.name(), life);
      if (other.filter(holder::isDead).isPresent()) {
        record.release(workspace, other.get().run());
        asked = new Confirmation(clock.instant(), nanos.getAsLong());
        other = record.take(workspace, run, holder.name(), life);
      }
      if (other.isPresent()) {
        throw refusal(other.get());
      }
      taken.add(new Taken(record, asked));
    } catch (StoreTrouble failed) {
      trouble.accept(
          "%s. Nobody can say whether another run is writing to the same workspace."
              .formatted(failed.getMessage()));
    }
  }

  private void release(LeaseRecord record, String workspace, String run) {
    try {
      record.release(workspace, run);
    } catch (StoreTrouble failed) {
      trouble.accept(
          "%s. The next run has to wait until it expires, in %d seconds at most."
              .formatted(failed.getMessage(), life.toSeconds()));
    }
  }

  private RunStopped refusal(Holder other) {
    return new RunStopped(
        RunStopped.Kind.FAILED,
        "Another run is writing to this workspace: %s of %s, since %s. Nothing was written. Wait until it ends; should it have died, its lease is free %d seconds after its last sign of life."
            .formatted(other.run(), other.name(), other.since(), life.toSeconds()));
  }

  /// When a record was asked for what it then confirmed.
  private record Confirmation(Instant wall, long nanos) {}

  /// A record that this run is written down in.
  private static final class Taken {
    private final LeaseRecord record;
    private volatile Confirmation confirmed;

    Taken(LeaseRecord record, Confirmation confirmed) {
      this.record = record;
      this.confirmed = confirmed;
    }

    LeaseRecord record() {
      return record;
    }
  }

  /// One life of the lease: from when it was taken until it is given back.
  private final class Held implements Hold {
    private final String workspace;
    private final String run;
    private final List<Taken> taken;
    private final AtomicBoolean lost = new AtomicBoolean();
    private final ScheduledExecutorService heartbeat =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("lease").factory());

    Held(String workspace, String run, List<Taken> taken) {
      this.workspace = workspace;
      this.run = run;
      this.taken = List.copyOf(taken);
      long pause = life.toMillis() / 3;
      var _ = heartbeat.scheduleAtFixedRate(this::renew, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean isSure() {
      if (!lost.get() && taken.stream().anyMatch(this::isOutdated)) {
        lose(
            "Nothing confirmed for %d seconds that this run still has the workspace to itself: the process was suspended, the machine slept, or the store cannot be reached. The run ends here, so that two do not write at once."
                .formatted(life.minus(margin()).toSeconds()));
      }
      return !lost.get();
    }

    /// Whichever clock says that more time has passed is believed: one stands still while the
    /// machine sleeps, the other can be set back.
    private boolean isOutdated(Taken each) {
      var confirmed = each.confirmed;
      var byWall = Duration.between(confirmed.wall(), clock.instant());
      var byNanos = Duration.ofNanos(nanos.getAsLong() - confirmed.nanos());
      var age = byWall.compareTo(byNanos) > 0 ? byWall : byNanos;
      return age.compareTo(life.minus(margin())) >= 0;
    }

    private Duration margin() {
      return life.dividedBy(6);
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
        var asked = new Confirmation(clock.instant(), nanos.getAsLong());
        if (each.record().renew(workspace, run, life)) {
          each.confirmed = asked;
        } else {
          lose(
              "Another run has taken this workspace over, because nothing was heard of this one for %d seconds. It ends here, so that two do not write at once."
                  .formatted(life.toSeconds()));
        }
      } catch (StoreTrouble _) {
        // The next beat tries again. Should none succeed in time, this run stops writing.
      }
    }

    private void lose(String sentence) {
      if (lost.compareAndSet(false, true)) {
        trouble.accept(sentence);
      }
    }

    @Override
    public void close() {
      heartbeat.shutdownNow();
      var release =
          Thread.ofVirtual()
              .name("lease release")
              .start(() -> taken.forEach(each -> release(each.record(), workspace, run)));
      try {
        if (!release.join(patience.get())) {
          trouble.accept(
              "The lease of the workspace could not be given back in time. The next run has to wait until it expires, in %d seconds at most."
                  .formatted(life.toSeconds()));
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } finally {
        holder.end(run);
      }
    }
  }
}
