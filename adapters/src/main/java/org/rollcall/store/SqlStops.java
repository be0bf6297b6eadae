package org.rollcall.store;

import java.time.Duration;
import java.time.InstantSource;

/// The wish that a run of another process ends. For many threads and processes. Each method throws
/// [StoreTrouble] when the store fails.
public final class SqlStops {
  /// Of a run that died meanwhile, the wish is of no use for long.
  private static final Duration LIFE = Duration.ofDays(1);

  private final StoreAccess store;
  private final InstantSource clock;

  public SqlStops(StoreAccess store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Asks a run to stop. Asking once more changes nothing.
  ///
  /// @param who asks
  public void ask(String run, String who) {
    var now = clock.instant();
    var _ =
        store.ask(
            "The run cannot be asked to stop",
            opened ->
                opened
                    .jdbi()
                    .inTransaction(handle -> {
                      handle
                          .createUpdate("delete from <place>stops where asked < :old")
                          .bind("old", now.minus(LIFE).toEpochMilli())
                          .execute();
                      return handle
                          .createUpdate(
                              "insert into <place>stops(run, asked, who)"
                                  + " values (:run, :asked, :who) on conflict (run) do nothing")
                          .bind("run", run)
                          .bind("asked", now.toEpochMilli())
                          .bind("who", who)
                          .execute();
                    }));
  }

  /// Whether somebody has asked this run to stop.
  public boolean isAsked(String run) {
    return store.ask(
        "Whether the run shall stop cannot be read",
        opened ->
            opened
                .jdbi()
                .withHandle(handle ->
                    handle
                        .createQuery("select exists (select 1 from <place>stops where run = :run)")
                        .bind("run", run)
                        .mapTo(Boolean.class)
                        .one()));
  }

  /// Forgets the wish: the run is over.
  public void forget(String run) {
    var _ =
        store.ask(
            "The wish to stop cannot be deleted",
            opened ->
                opened
                    .jdbi()
                    .inTransaction(handle ->
                        handle
                            .createUpdate("delete from <place>stops where run = :run")
                            .bind("run", run)
                            .execute()));
  }
}
