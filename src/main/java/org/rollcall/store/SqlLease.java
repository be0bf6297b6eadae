package org.rollcall.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rollcall.model.Account;
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
  private final Consumer<String> trouble;
  private final Duration life;
  private Optional<Taken> taken = Optional.empty();

  private record Taken(String workspace, String run, ScheduledExecutorService heartbeat) {}

  /// @param holder who this is, for the person who meets the lease: the machine and the process
  /// @param trouble told a sentence when the store fails: a run goes on all the same, since it is
  ///   the store that is broken
  public SqlLease(Supplier<Store> store, String holder, Consumer<String> trouble) {
    this(store, holder, trouble, LIFE);
  }

  SqlLease(Supplier<Store> store, String holder, Consumer<String> trouble, Duration life) {
    this.store = store;
    this.holder = holder;
    this.trouble = trouble;
    this.life = life;
  }

  @Override
  public synchronized void take(Account workspace, String run) {
    try {
      if (!write(workspace.workspace(), run)) {
        throw held(workspace);
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
            () -> renew(workspace.workspace(), run), pause, pause, TimeUnit.MILLISECONDS);
    taken = Optional.of(new Taken(workspace.workspace(), run, heartbeat));
  }

  @Override
  public synchronized void close() {
    taken.ifPresent(lease -> {
      lease.heartbeat().shutdownNow();
      giveBack(lease);
    });
    taken = Optional.empty();
  }

  private void renew(String workspace, String run) {
    try {
      write(workspace, run);
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
                          .bind("workspace", lease.workspace())
                          .bind("run", lease.run())
                          .execute()));
    } catch (StoreTrouble failed) {
      trouble.accept(
          "%s. The next run has to wait until it expires, in %d seconds at most."
              .formatted(failed.getMessage(), life.toSeconds()));
    }
  }

  private RunStopped held(Account workspace) {
    return StoreTrouble.told(
        "The lease of the workspace cannot be read",
        () ->
            store
                .get()
                .jdbi()
                .withHandle(handle ->
                    handle
                        .createQuery("select * from <place>leases where workspace = :workspace")
                        .bind("workspace", workspace.workspace())
                        .map((row, _) ->
                            held(
                                row.getString("run"),
                                row.getString("holder"),
                                Instant.ofEpochMilli(row.getLong("since"))))
                        .findOne()
                        .orElseGet(() -> held("", "a run that has just ended", Instant.EPOCH))));
  }

  private RunStopped held(String run, String holder, Instant since) {
    return new RunStopped(
        RunStopped.Kind.FAILED,
        "Another run is writing to this workspace: %s of %s, since %s. Nothing was written. Wait until it ends; should it have died, its lease is free %d seconds after its last sign of life."
            .formatted(run, holder, since, life.toSeconds()));
  }
}
