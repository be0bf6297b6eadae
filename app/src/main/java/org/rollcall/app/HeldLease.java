package org.rollcall.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rollcall.apply.Waiter;
import org.rollcall.model.Target;
import org.rollcall.run.Lease;
import org.rollcall.run.RunStopped;
import org.rollcall.store.LeaseClock;
import org.rollcall.store.LeaseRecord;
import org.rollcall.store.LeaseRow;
import org.rollcall.store.StoreTrouble;

/// The lease as records keep it: taken in each of them, renewed while the run lives, given back in
/// each ([LeaseHeartbeat]).
///
/// A lease whose holder may be alive is not taken. Where only the clocks say that its time is over,
/// and they are not the same, it is watched for one life first. A record that cannot be used ends
/// the run, unless it may go without.
public final class HeldLease implements Lease {
  /// How long a run that says nothing keeps the lease.
  public static final Duration LIFE = Duration.ofSeconds(60);

  /// How many times a life a doubtful lease is looked at.
  private static final int LOOKS = 60;

  private final List<LeaseRecord> records;
  private final LeaseHolder holder;
  private final Terms terms;
  private final LeaseClock clock;
  private final Consumer<String> trouble;

  /// On what terms a run holds the lease.
  ///
  /// @param life how long it is held without a renewal
  /// @param required whether a run ends that cannot take it because a record fails
  /// @param waiter lets time pass while a doubtful lease is watched
  /// @param patience how long giving back may take, asked then
  /// @param lost done once the lease is lost: the run shall end soon, also where the store hangs
  public record Terms(
      Duration life, boolean required, Waiter waiter, Supplier<Duration> patience, Runnable lost) {}

  /// @param records taken in this order
  /// @param holder who wants it
  /// @param trouble told a sentence when a record fails, or the lease is lost
  public HeldLease(
      List<LeaseRecord> records,
      LeaseHolder holder,
      Terms terms,
      LeaseClock clock,
      Consumer<String> trouble) {
    this.records = List.copyOf(records);
    this.holder = holder;
    this.terms = terms;
    this.clock = clock;
    this.trouble = trouble;
  }

  @Override
  public Hold hold(Target target, String run) throws InterruptedException {
    holder.begin(run);
    var attempt = new Attempt(target.workspace().id(), run);
    try {
      attempt.watch(attempt.looked());
      attempt.take();
      return new LeaseHeartbeat(attempt.taken, () -> holder.end(run), terms, clock, trouble);
    } catch (RuntimeException | InterruptedException refused) {
      attempt.giveBack();
      holder.end(run);
      throw refused;
    }
  }

  /// Whose lease a workspace is, by any record; empty where it is nobody's, or where that cannot be
  /// told without watching it.
  ///
  /// @throws StoreTrouble when a record cannot be read
  Optional<LeaseRow> living(Target target) {
    return records.stream()
        .map(record -> record.look(target.workspace().id()))
        .map(seen -> LeaseVerdict.of(seen, holder, clock.now().uptime()))
        .flatMap(verdict ->
            verdict instanceof LeaseVerdict.Living(var row) ? Stream.of(row) : Stream.empty())
        .findFirst();
  }

  /// What a record says, and whether the lease may be taken there.
  private record Candidate(
      LeaseRecord record, LeaseRecord.Sight seen, Optional<LeaseVerdict.Doubtful> doubt) {}

  /// One run's way to the lease. Nothing is taken before every record was looked at: a lease that
  /// was taken runs out while another is watched.
  private final class Attempt {
    private final String workspace;
    private final String run;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<LeaseHeartbeat.Taken> taken = new ArrayList<>();

    Attempt(String workspace, String run) {
      this.workspace = workspace;
      this.run = run;
    }

    /// @return those to be watched
    List<Candidate> looked() {
      for (var record : records) {
        try {
          candidates.add(admitted(record, record.look(workspace)));
        } catch (StoreTrouble failed) {
          goOnWithout(failed);
        }
      }
      return candidates.stream().filter(each -> each.doubt().isPresent()).toList();
    }

    private Candidate admitted(LeaseRecord record, LeaseRecord.Sight seen) {
      return switch (LeaseVerdict.of(seen, holder, clock.now().uptime())) {
        case LeaseVerdict.Free() -> new Candidate(record, seen, Optional.empty());
        case LeaseVerdict.Doubtful doubtful -> new Candidate(record, seen, Optional.of(doubtful));
        case LeaseVerdict.Living(var row) -> throw refusal(row);
      };
    }

    /// Waits for one life of each, and refuses as soon as one shows that its holder lives. This
    /// machine may sleep meanwhile, so the clock that stands still then says how long it was.
    void watch(List<Candidate> doubtful) throws InterruptedException {
      var longest = Duration.ZERO;
      for (var each : doubtful) {
        var life = each.doubt().orElseThrow().row().life();
        trouble.accept(
            "%s This run watches it for %d seconds, and takes it over if nobody renews it."
                .formatted(each.doubt().get().why(), life.toSeconds()));
        longest = life.compareTo(longest) > 0 ? life : longest;
      }
      long began = clock.nanos().getAsLong();
      while (clock.nanos().getAsLong() - began < longest.toNanos()) {
        terms.waiter().await(longest.dividedBy(LOOKS));
        doubtful.forEach(this::lookAgain);
      }
    }

    private void lookAgain(Candidate watched) {
      try {
        var now = watched.record().look(workspace).row();
        if (!now.equals(watched.seen().row()) && now.filter(row -> !row.isReleased()).isPresent()) {
          throw refusal(now.get());
        }
      } catch (StoreTrouble failed) {
        goOnWithout(failed);
      }
    }

    void take() {
      for (var each : candidates) {
        try {
          taken.add(taken(each));
        } catch (StoreTrouble failed) {
          goOnWithout(failed);
        }
      }
    }

    /// Where somebody was faster, it is looked at anew: that one may have ended as fast.
    private LeaseHeartbeat.Taken taken(Candidate candidate) {
      var claim = new LeaseRecord.Claim(run, holder.name(), holder.process(), terms.life());
      var record = candidate.record();
      var seen = candidate.seen();
      while (true) {
        var asked = clock.now();
        var tenure = record.take(workspace, seen, claim);
        if (tenure.isPresent()) {
          return new LeaseHeartbeat.Taken(record, tenure.get(), asked);
        }
        seen = record.look(workspace);
        if (admitted(record, seen).doubt().isPresent()) {
          throw refusal(seen.row().orElseThrow());
        }
      }
    }

    void giveBack() {
      taken.forEach(each -> each.giveBack(trouble));
    }
  }

  private void goOnWithout(StoreTrouble failed) {
    failed.stopIfRefusal();
    if (terms.required()) {
      throw new RunStopped(
          RunStopped.Kind.FAILED,
          "%s. So nobody can say whether another run is writing to this workspace, and nothing was written. Correct that; or, if you are sure that no other run is going on, run again with --no-lease."
              .formatted(failed.getMessage()),
          failed);
    }
    trouble.accept(
        "%s. Nobody can say whether another run is writing to the same workspace; this one goes on, because --no-lease says so."
            .formatted(failed.getMessage()));
  }

  private static RunStopped refusal(LeaseRow other) {
    return new RunStopped(
        RunStopped.Kind.FAILED,
        "Another run is writing to this workspace: %s of %s, since %s. Nothing was written. Wait until it ends; should it have died, its lease is free %d seconds after its last sign of life."
            .formatted(other.run(), other.holder(), other.since(), other.life().toSeconds()));
  }
}
