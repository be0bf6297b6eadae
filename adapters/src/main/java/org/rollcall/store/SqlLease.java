package org.rollcall.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.rollcall.model.Workspace;
import org.rollcall.run.Lease;
import org.rollcall.run.RunStopped;

/// A row that says who writes to a workspace and until when, renewed while the run lives. A holder
/// that dies renews it no more.
///
/// Time is the database's own. No lock of a session is used: behind a pooler it would be another
/// program's.
public final class SqlLease implements Lease {
  /// How long a run that says nothing keeps the lease.
  static final Duration LIFE = Duration.ofSeconds(60);

  private final Supplier<Store> store;
  private final String holder;
  private final Predicate<String> dead;
  private final Consumer<String> trouble;
  private final Duration life;
  private Optional<Taken> taken = Optional.empty();
  private volatile boolean lost;

  private record Taken(String workspace, String run, ScheduledExecutorService heartbeat) {}

  /// @param holder who this is, for the person who meets the lease: the machine and the process
  /// @param dead whether a holder is known to have ended, so that nobody need wait for its lease
  /// @param trouble told a sentence when the store fails: a run goes on all the same, since it is
  ///   the store that is broken
  public SqlLease(
      Supplier<Store> store, String holder, Predicate<String> dead, Consumer<String> trouble) {
    this(store, holder, dead, trouble, LIFE);
  }

  SqlLease(
      Supplier<Store> store,
      String holder,
      Predicate<String> dead,
      Consumer<String> trouble,
      Duration life) {
    this.dead = dead;
    this.store = store;
    this.holder = holder;
    this.trouble = trouble;
    this.life = life;
  }

  @Override
  public synchronized void take(Workspace workspace, String run) {
    try {
      if (!write(workspace.id(), run)) {
        inherit(workspace, run);
      }
    } catch (StoreTrouble failed) {
      trouble.accept(
          "%s. Nobody can say whether another run is writing to the same workspace."
              .formatted(failed.getMessage()));
      return;
    }
    var heartbeat =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("lease").factory());
    long pause = life.toMillis() / 3;
    var _ =
        heartbeat.scheduleAtFixedRate(
            () -> renew(workspace.id(), run), pause, pause, TimeUnit.MILLISECONDS);
    taken = Optional.of(new Taken(workspace.id(), run, heartbeat));
  }

  @Override
  public synchronized void close() {
    taken.ifPresent(lease -> {
      lease.heartbeat().close();
      giveBack(lease);
    });
    taken = Optional.empty();
  }

  @Override
  public boolean isLost() {
    return lost;
  }

  private void renew(String workspace, String run) {
    try {
      if (!lost && !write(workspace, run)) {
        lost = true;
        trouble.accept(
            "Another run has taken this workspace over, because nothing was heard of this one for %d seconds. It ends here, so that two do not write at once."
                .formatted(life.toSeconds()));
      }
    } catch (StoreTrouble _) {
      // The next beat tries again; should none succeed, the lease is another's to take over.
    }
  }

  /// Whether the row is this run's now.
  private boolean write(String workspace, String run) {
    var opened = store.get();
    return StoreTrouble.told(
            "The lease of the workspace cannot be written",
            () ->
                opened
                    .jdbi()
                    .withHandle(handle ->
                        handle
                            .createUpdate(
                                "insert into <place>leases as mine"
                                    + " (workspace, holder, run, since, expires) values"
                                    + " (:workspace, :holder, :run, <now>, <now> + :life)"
                                    + " on conflict (workspace) do update set"
                                    + " holder = :holder, run = :run, expires = <now> + :life,"
                                    + " since = case when mine.run = :run then mine.since"
                                    + " else <now> end"
                                    + " where mine.run = :run or mine.expires < <now>")
                            .define("now", opened.dialect().clock())
                            .bind("workspace", workspace)
                            .bind("holder", holder)
                            .bind("run", run)
                            .bind("life", life.toMillis())
                            .execute()))
        == 1;
  }

  private void giveBack(Taken lease) {
    try {
      delete(lease.workspace(), lease.run());
    } catch (StoreTrouble failed) {
      trouble.accept(
          "%s. The next run has to wait until it expires, in %d seconds at most."
              .formatted(failed.getMessage(), life.toSeconds()));
    }
  }

  private void delete(String workspace, String run) {
    StoreTrouble.told(
        "The lease of the workspace cannot be given back",
        () ->
            store
                .get()
                .jdbi()
                .withHandle(handle ->
                    handle
                        .createUpdate(
                            "delete from <place>leases"
                                + " where workspace = :workspace and run = :run")
                        .bind("workspace", workspace)
                        .bind("run", run)
                        .execute()));
  }

  /// From a holder that is known to be dead.
  private void inherit(Workspace workspace, String run) {
    var holder = held(workspace);
    if (holder.isPresent() && dead.test(holder.get().name())) {
      delete(workspace.id(), holder.get().run());
      if (write(workspace.id(), run)) {
        return;
      }
      holder = held(workspace);
    }
    throw holder
        .map(this::refusal)
        .orElseGet(
            () -> refusal(new Holder("A run", "a holder that has just ended", Instant.EPOCH)));
  }

  private record Holder(String run, String name, Instant since) {}

  private Optional<Holder> held(Workspace workspace) {
    return StoreTrouble.told(
        "The lease of the workspace cannot be read",
        () ->
            store
                .get()
                .jdbi()
                .withHandle(handle ->
                    handle
                        .createQuery("select * from <place>leases where workspace = :workspace")
                        .bind("workspace", workspace.id())
                        .map((row, _) ->
                            new Holder(
                                row.getString("run"),
                                row.getString("holder"),
                                Instant.ofEpochMilli(row.getLong("since"))))
                        .findOne()));
  }

  private RunStopped refusal(Holder holder) {
    return new RunStopped(
        RunStopped.Kind.FAILED,
        "Another run is writing to this workspace: %s of %s, since %s. Nothing was written. Wait until it ends; should it have died, its lease is free %d seconds after its last sign of life."
            .formatted(holder.run(), holder.name(), holder.since(), life.toSeconds()));
  }
}
