package org.rollcall.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.model.SyncName;
import org.rollcall.review.EndedAs;

/// Figures for those who watch a service. Each method throws [StoreTrouble] when the store does not
/// answer.
public final class SqlFigures {
  private final StoreAccess store;
  private final InstantSource clock;

  /// @param clock of this machine, for a database that has none of its own
  public SqlFigures(StoreAccess store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// When the last run of each sync ended that succeeded; without those that never did.
  public Map<SyncName, Instant> lastSuccesses() {
    return lastEnds(EndedAs.SUCCEEDED);
  }

  /// When the last run of each sync ended that went through all members, whoever of them failed;
  /// without those that never did.
  public Map<SyncName, Instant> lastCompletions() {
    return lastEnds(EndedAs.SUCCEEDED, EndedAs.PARTIAL);
  }

  private Map<SyncName, Instant> lastEnds(EndedAs... endings) {
    return store.ask(
        "The last runs cannot be read",
        opened ->
            opened
                .jdbi()
                .withHandle(handle ->
                    handle
                        .createQuery(
                            "select sync, max(finished) as finished from <place>runs"
                                + " where status in (<endings>) group by sync")
                        .bindList("endings", Stream.of(endings).map(EndedAs::word).toList())
                        .map((row, _) ->
                            Map.entry(
                                new SyncName(row.getString("sync")),
                                Instant.ofEpochMilli(row.getLong("finished"))))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
  }

  /// How long the leases that are held still hold, by workspace.
  public Map<String, Duration> leases() {
    return store.ask(
        "The leases cannot be read",
        opened ->
            opened
                .jdbi()
                .withHandle(handle -> {
                  var query =
                      handle
                          .createQuery(
                              "select workspace, expires - <now> as remaining from <place>leases"
                                  + " where expires > <now>")
                          .define("now", opened.dialect().clock());
                  return (opened.dialect().hasClock() ? query : query.bind("now", clock.millis()))
                      .map((row, _) ->
                          Map.entry(
                              row.getString("workspace"),
                              Duration.ofMillis(row.getLong("remaining"))))
                      .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
                }));
  }
}
