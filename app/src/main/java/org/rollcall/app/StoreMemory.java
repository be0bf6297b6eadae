package org.rollcall.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.model.RosterName;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.run.KnownPause;
import org.rollcall.run.KnownTargets;
import org.rollcall.run.LastWorkspace;
import org.rollcall.run.LearnedFacts;
import org.rollcall.run.Lease;
import org.rollcall.run.Revivals;
import org.rollcall.run.RunStopped;
import org.rollcall.settings.Intercom;
import org.rollcall.store.FileLeaseRecord;
import org.rollcall.store.LeaseClock;
import org.rollcall.store.LeaseRecord;
import org.rollcall.store.LeaseRow;
import org.rollcall.store.SqlKnownEndings;
import org.rollcall.store.SqlKnownFailures;
import org.rollcall.store.SqlKnownMapping;
import org.rollcall.store.SqlKnownPause;
import org.rollcall.store.SqlLastNotices;
import org.rollcall.store.SqlLastWorkspace;
import org.rollcall.store.SqlLastWritten;
import org.rollcall.store.SqlLeaseRecord;
import org.rollcall.store.SqlPastRuns;
import org.rollcall.store.SqlRefusedFields;
import org.rollcall.store.SqlRevivals;
import org.rollcall.store.SqlTargets;
import org.rollcall.store.SqlWrittenBefore;
import org.rollcall.store.StoreAccess;
import org.rollcall.store.SyncKey;

/// Keeps what outlives a run in the store. A store that fails is reported. It ends the run if the
/// run has to know who writes to the workspace, or whether the roster has shrunk. Otherwise the run
/// goes on as if nothing were remembered.
final class StoreMemory implements RunMemory {
  private final StoreAccess store;
  private final SyncName sync;
  private final RosterName roster;
  private final Intercom intercom;
  private final InstantSource clock;
  private final Consumer<String> trouble;
  private final boolean required;
  private final SqlTargets targets;
  private final HeldLease lease;

  /// How this process takes part in leases.
  ///
  /// @param holder who it is
  /// @param folder the leases that all runs of the person on this machine share; empty for none
  /// @param life how long a lease is held without a renewal
  record Leases(LeaseHolder holder, Optional<Path> folder, Duration life) {}

  /// @param sync the sync that it is about
  /// @param terms on what terms a run holds the lease
  /// @param trouble told each sentence once
  StoreMemory(
      StoreAccess store,
      NamedSync sync,
      Leases leases,
      InstantSource clock,
      HeldLease.Terms terms,
      Consumer<String> trouble) {
    this.store = store;
    this.sync = sync.name();
    this.roster = Rosters.nameOf(sync.definition().settings());
    this.intercom = sync.definition().settings().intercom();
    this.clock = clock;
    this.trouble = trouble;
    this.required = terms.required();
    this.targets = new SqlTargets(store, trouble);
    this.lease =
        new HeldLease(
            records(store, intercom, leases, LeaseClock.ofMachine(clock)),
            leases.holder(),
            terms,
            LeaseClock.ofMachine(clock),
            trouble);
  }

  private static List<LeaseRecord> records(
      StoreAccess store, Intercom intercom, Leases leases, LeaseClock clock) {
    var records = new ArrayList<LeaseRecord>();
    leases
        .folder()
        .map(folder -> folder.resolve(authority(intercom)))
        .map(folder -> new FileLeaseRecord(folder, clock))
        .ifPresent(records::add);
    records.add(new SqlLeaseRecord(store, clock));
    return records;
  }

  /// The id of a workspace is unique only within one Intercom, because stand-ins use the same ids.
  private static String authority(Intercom intercom) {
    var url = URI.create(intercom.url());
    return url.getPort() < 0 ? url.getHost() : url.getHost() + "-" + url.getPort();
  }

  @Override
  public Lease lease() {
    return lease;
  }

  @Override
  public LearnedFacts facts(Target target) {
    targets.admit(target, IntercomAccess.of(intercom).orElse(""));
    return of(target);
  }

  @Override
  public LastWorkspace lastWorkspace() {
    return new SqlLastWorkspace(store, key(), trouble, this::unreadable);
  }

  @Override
  public KnownPause pause() {
    return new SqlKnownPause(store, key(), this::pauseUnreadable);
  }

  private SyncKey key() {
    return new SyncKey(sync, roster, authority(intercom));
  }

  @Override
  public Revivals revivals(Target target) {
    return new SqlRevivals(store, target, clock, trouble);
  }

  /// The targets that earlier runs found.
  KnownTargets targets() {
    return targets;
  }

  /// What a store of an earlier version knows about a roster.
  LearnedFacts unclaimed(RosterName roster) {
    return new LearnedFacts(
        LearnedFacts.none().pastRuns(),
        SqlRefusedFields.unclaimed(store, roster, clock, trouble),
        SqlLastWritten.unclaimed(store, roster, trouble));
  }

  /// The same for a command that writes nothing. It records no target, unless there are facts that
  /// wait for one.
  RunMemory ofPreview() {
    return new RunMemory() {
      @Override
      public Lease lease() {
        return lease;
      }

      @Override
      public LearnedFacts facts(Target target) {
        return targets.hasUnclaimed(target.roster())
            ? StoreMemory.this.facts(target)
            : StoreMemory.this.of(target);
      }

      @Override
      public KnownPause pause() {
        return StoreMemory.this.pause();
      }

      @Override
      public LastWorkspace lastWorkspace() {
        return StoreMemory.this.lastWorkspace();
      }

      @Override
      public Revivals revivals(Target target) {
        return StoreMemory.this.revivals(target);
      }
    };
  }

  /// The target of the sync as an earlier run found it; empty where none did.
  Optional<Target> lastTarget() {
    return lastWorkspace()
        .get()
        .map(workspace -> new Target(roster, workspace))
        .or(() -> targets.behind(roster, IntercomAccess.of(intercom).orElse("")));
  }

  /// The run that writes to the workspace of a target now; empty where none does.
  Optional<LeaseRow> writer(Target target) {
    return lease.living(target);
  }

  /// What is known about a target that an earlier run found.
  LearnedFacts of(Target target) {
    return new LearnedFacts(
        new SqlPastRuns(store, target, clock, trouble, this::unreadable),
        new SqlRefusedFields(store, target, clock, trouble),
        new SqlLastWritten(store, target, trouble),
        new SqlWrittenBefore(store, target, trouble),
        new SqlLastNotices(store, target, trouble),
        new SqlKnownMapping(store, target, trouble),
        new SqlKnownEndings(store, target, clock, trouble),
        new SqlKnownFailures(store, target, clock, trouble));
  }

  /// A safeguard must not vanish because the store fails.
  private void unreadable(String sentence) {
    if (required) {
      throw new RunStopped(
          RunStopped.Kind.FAILED,
          "%s. So nothing was written. Correct that; or, if you are sure that the roster is whole, run again with --no-lease."
              .formatted(sentence));
    }
    trouble.accept(sentence);
  }

  /// Nor must a brake.
  private void pauseUnreadable(String sentence) {
    if (required) {
      throw new RunStopped(
          RunStopped.Kind.FAILED,
          "%s. So nothing was written. Correct that; or, if you are sure that nobody has paused it, run again with --no-lease."
              .formatted(sentence));
    }
    trouble.accept(sentence);
  }
}
