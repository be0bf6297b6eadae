package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.model.RosterName;
import org.rollcall.model.Target;
import org.rollcall.model.Workspace;
import org.rollcall.roster.postgres.PostgresUrl;
import org.rollcall.run.RunStopped;
import org.rollcall.store.LeaseClock;
import org.rollcall.store.LeaseRow;
import org.rollcall.store.SqlLeaseRecord;
import org.rollcall.store.Store;
import org.rollcall.support.TestPostgres;

/// Leases that other machines and earlier versions left in a real store.
@Tag("slow")
class LeaseInStoreTest {
  private static final Target TARGET =
      new Target(new RosterName("here public.members"), new Workspace("ab12", "Club", "US"));

  /// What earlier versions lived by.
  private static final Duration LIFE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final Instant now = Instant.now();
  private final AtomicLong awake = new AtomicLong();
  private final List<String> troubles = new ArrayList<>();

  /// Where the store is.
  enum Place {
    SQLITE {
      @Override
      Kept open(Path folder) throws SQLException {
        var store = Store.in(folder);
        return new Kept(
            store, DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("rollcall.db")), "");
      }
    },
    POSTGRES {
      @Override
      Kept open(Path folder) throws SQLException {
        var database = TestPostgres.database();
        var store = Store.in(PostgresUrl.of(database.url()).dataSource(), "a test's database");
        return new Kept(store, database.connect(), "rollcall.");
      }
    };

    abstract Kept open(Path folder) throws SQLException;
  }

  /// A store, and another program's connection to it.
  ///
  /// @param schema in front of a table's name
  record Kept(Store store, Connection other, String schema) implements AutoCloseable {
    /// Leaves a row with the columns that the first version wrote.
    ///
    /// @param since when it was taken, by that machine's clock
    void leave(Instant since) throws SQLException {
      try (var insert =
          other.prepareStatement(
              "insert into "
                  + schema
                  + "leases (workspace, holder, run, since, expires)"
                  + " values ('ab12', 'old.example.org', 'run-1', ?, ?)")) {
        insert.setLong(1, since.toEpochMilli());
        insert.setLong(2, since.plus(LIFE).toEpochMilli());
        insert.execute();
      }
    }

    @Override
    public void close() throws SQLException {
      other.close();
      store.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_lease_of_a_clock_two_days_ahead_is_told_and_taken_after_one_life(Place place)
      throws Exception {
    try (var kept = place.open(folder)) {
      kept.leave(now.plus(Duration.ofDays(2)));
      var record = record(kept.store());
      held(record).hold(TARGET, "run-2").close();
      assertThat(awake).hasValue(LIFE.toSeconds());
      assertThat(troubles)
          .singleElement()
          .asString()
          .startsWith("The lease of run run-1 of old.example.org ends at ")
          .contains("one of the two clocks is wrong", "watches it for 60 seconds");
      assertThat(record.look("ab12").row()).map(LeaseRow::run).contains("run-2");
      assertThat(record.look("ab12").row()).map(LeaseRow::generation).contains(2L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_lease_of_an_earlier_version_holds_as_long_as_it_says(Place place) throws Exception {
    try (var kept = place.open(folder)) {
      kept.leave(now.minus(Duration.ofSeconds(5)));
      assertThatThrownBy(() -> held(record(kept.store())).hold(TARGET, "run-2"))
          .isInstanceOf(RunStopped.class)
          .hasMessageContaining("Another run is writing to this workspace: run-1");
      assertThat(awake).hasValue(0);
    }
  }

  /// The database's clock is everybody's; a file has none, so the lease is watched there.
  @ParameterizedTest
  @EnumSource
  void a_lease_of_an_earlier_version_that_ran_out_is_taken(Place place) throws Exception {
    try (var kept = place.open(folder)) {
      kept.leave(now.minus(Duration.ofDays(2)));
      held(record(kept.store())).hold(TARGET, "run-2").close();
      assertThat(awake).hasValue(place == Place.POSTGRES ? 0 : LIFE.toSeconds());
      assertThat(troubles).hasSize(place == Place.POSTGRES ? 0 : 1);
    }
  }

  private SqlLeaseRecord record(Store store) {
    return new SqlLeaseRecord(() -> store, clock());
  }

  private HeldLease held(SqlLeaseRecord record) {
    var terms =
        new HeldLease.Terms(
            LIFE,
            true,
            time -> awake.addAndGet(time.toSeconds()),
            () -> Duration.ofSeconds(5),
            () -> {});
    return new HeldLease(List.of(record), new LeaseHolder(), terms, clock(), troubles::add);
  }

  private LeaseClock clock() {
    return new LeaseClock(
        () -> now,
        () -> Duration.ofSeconds(awake.get()).toNanos(),
        () -> Optional.of(Duration.ofSeconds(5_000)));
  }
}
