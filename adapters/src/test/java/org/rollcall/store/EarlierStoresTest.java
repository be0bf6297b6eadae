package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.member;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.model.RosterName;
import org.rollcall.model.Target;
import org.rollcall.model.Workspace;
import org.rollcall.plan.Past;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunFilter;

/// Every format that a store ever had, opened by the program of today.
@Tag("slow")
class EarlierStoresTest {
  private static final Instant NIGHT = Instant.parse("2026-11-27T18:00:00Z");
  private static final Target TARGET =
      new Target(
          new RosterName("postgresql://postgres:***@127.0.0.1:5977/roster public.members"),
          new Workspace("ab12", "Example Union", "US"));

  @TempDir private static Path folder;
  @TempDir private Path home;
  private final List<String> troubles = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void each_format_has_its_dump(StorePlace.Kind kind) {
    assertThat(EarlierStore.formats(kind)).isEqualTo(EarlierStore.migrations());
  }

  @ParameterizedTest
  @MethodSource("org.rollcall.store.EarlierStore#all")
  void the_program_of_today_keeps_and_reads_what_it_holds(EarlierStore earlier)
      throws SQLException {
    try (var place = earlier.in(home)) {
      var before = StoreTables.of(place);
      var store = place.open();
      isKept(before, StoreTables.of(place), NewTables.of(earlier.kind()));
      isRead(before, store);
    }
    assertThat(troubles).isEmpty();
  }

  /// The tables of a store that was never another.
  private static final class NewTables {
    private static final Map<StorePlace.Kind, StoreTables> KNOWN =
        new EnumMap<>(StorePlace.Kind.class);

    static StoreTables of(StorePlace.Kind kind) throws SQLException {
      var known = KNOWN.get(kind);
      if (known == null) {
        try (var place = StorePlace.of(kind, folder)) {
          place.open();
          known = StoreTables.of(place);
        }
        KNOWN.put(kind, known);
      }
      return known;
    }
  }

  private static void isKept(StoreTables before, StoreTables after, StoreTables fresh) {
    assertThat(after.columns()).isEqualTo(fresh.columns());
    before
        .rows()
        .forEach((table, rows) -> {
          var kept = after.in(table);
          assertThat(kept).as(table).hasSameSizeAs(rows);
          assertThat(rows)
              .as(table)
              .allMatch(row -> kept.stream().anyMatch(each -> StoreTables.isKept(row, each)));
        });
  }

  private void isRead(StoreTables held, Store store) {
    var history = store.history();
    assertThat(history.runs(RunFilter.ALL, 99))
        .isNotEmpty()
        .hasSameSizeAs(held.in("runs"))
        .extracting(JournaledRun::command)
        .contains("sync");
    assertThat(
            history.runs(RunFilter.ALL, 99).stream()
                .flatMap(run -> history.changes(run.run()).stream()))
        .isNotEmpty()
        .hasSameSizeAs(held.in("changes"));
    new SqlTargets(() -> store, troubles::add).admit(TARGET, "digest");
    assertThat(new SqlRevivals(() -> store, TARGET, () -> NIGHT, troubles::add).left())
        .hasSize(held.in("revivals").size());
    assertThat(new SqlLastWritten(() -> store, TARGET, troubles::add).contacts())
        .hasSize(held.in("contacts").size());
    assertThat(
            new SqlRefusedFields(() -> store, TARGET, () -> NIGHT, troubles::add).of(member("104")))
        .hasSize(held.in("refusals").size());
    assertThat(past(store).members().isPresent()).isEqualTo(!held.in("rosters").isEmpty());
    assertThat(new SqlKnownMapping(() -> store, TARGET, troubles::add).ofLastGoodRun().fields())
        .hasSize(held.in("mappings").size());
    assertThat(
            new SqlKnownEndings(() -> store, TARGET, () -> NIGHT, troubles::add)
                .of(member("110"))
                .isPresent())
        .isEqualTo(!held.in("endings").isEmpty());
  }

  private Past past(Store store) {
    var runs =
        new SqlPastRuns(
            () -> store, TARGET, InstantSource.fixed(NIGHT), troubles::add, troubles::add);
    return Past.of(runs.all(), NIGHT);
  }
}
