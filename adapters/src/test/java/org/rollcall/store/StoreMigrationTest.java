package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.member;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.model.FieldName;
import org.rollcall.model.RosterName;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.Value;
import org.rollcall.model.Workspace;
import org.rollcall.plan.Past;
import org.rollcall.plan.PastRun;
import org.rollcall.review.EndedAs;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.PlannedKind;
import org.rollcall.review.RunFilter;
import org.rollcall.run.FieldDigest;
import org.rollcall.run.Fingerprint;
import org.rollcall.run.LastWritten;
import org.rollcall.run.RefusedFields;
import org.rollcall.run.RefusedFields.Refusal;
import org.rollcall.run.Revivals;
import org.rollcall.run.Revivals.Was;
import org.rollcall.store.StorePlace.Kind;

/// Stores that another version of the program has written. `v5.db` and `v5.sql` are what six runs
/// of the program of that time left: two syncs, one member alone, an undoing, a wrong token, and a
/// run that was killed.
@Tag("slow")
class StoreMigrationTest {
  private static final Instant NIGHT = Instant.parse("2026-11-26T15:00:00Z");
  private static final RosterName ROSTER =
      new RosterName("postgresql://postgres:***@127.0.0.1:5977/roster public.members");
  private static final RosterName OTHER_ROSTER = new RosterName("another roster");
  private static final Workspace WORKSPACE = new Workspace("ab12", "Example Union", "US");
  private static final Workspace OTHER_WORKSPACE = new Workspace("cd34", "Another Union", "EU");
  private static final Target TARGET = new Target(ROSTER, WORKSPACE);

  @TempDir private Path home;
  private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());
  private final List<StorePlace> places = new ArrayList<>();

  @AfterEach
  void everything_went_well_and_is_closed() {
    places.forEach(StorePlace::close);
    assertThat(troubles).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void an_old_store_shows_its_runs_and_what_they_learned_before_any_target_is_known(Kind kind)
      throws SQLException {
    var store = old(kind).open();
    var runs = store.history().runs(RunFilter.ALL, 9);
    assertThat(runs).extracting(JournaledRun::sync).containsOnly(SyncName.DEFAULT);
    assertThat(runs).extracting(JournaledRun::target).containsOnly(Optional.empty());
    assertThat(runs)
        .extracting(JournaledRun::command)
        .containsExactly("sync", "sync", "undo", "sync", "sync", "sync");
    assertThat(runs)
        .extracting(JournaledRun::status)
        .containsExactly(
            Optional.empty(),
            Optional.of(EndedAs.FAILED),
            Optional.of(EndedAs.SUCCEEDED),
            Optional.of(EndedAs.SUCCEEDED),
            Optional.of(EndedAs.SUCCEEDED),
            Optional.of(EndedAs.SUCCEEDED));
    assertThat(store.history().changes(runs.getFirst().run())).hasSize(5);
    assertThat(store.history().changes(runs.getLast().run())).hasSize(8);
    assertThat(store.history().changes(TARGET, member("101"), 9)).isEmpty();
    assertThat(runs(store, new RunFilter(Optional.empty(), Optional.of("ab12")))).isEmpty();
    assertThat(targets(store).hasUnclaimed(ROSTER)).isTrue();
    assertThat(targets(store).hasUnclaimed(OTHER_ROSTER)).isFalse();
    assertThat(targets(store).knows(ROSTER)).isFalse();
    seesNothing(store, TARGET);
    var contacts = SqlLastWritten.unclaimed(() -> store, ROSTER, troubles::add);
    assertThat(contacts.contacts()).hasSize(8).containsKey(member("108"));
    contacts.remember(Stream.of(new LastWritten.Entry(member("108"), Optional.empty())));
    assertThat(contacts.contacts()).hasSize(8);
    var refused = SqlRefusedFields.unclaimed(() -> store, ROSTER, () -> NIGHT, troubles::add);
    assertThat(refused.of(member("104"))).containsKey(FieldName.PHONE);
    assertThat(refused.of(member("105"))).containsKey(REGION);
    refused.remember(
        List.of(new Refusal(member("106"), REGION, digest(), RefusedFields.Kind.REFUSED)));
    assertThat(refused.of(member("106"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void the_next_target_of_the_roster_gets_the_runs_and_all_they_learned(Kind kind)
      throws SQLException {
    var store = old(kind).open();
    targets(store).admit(TARGET, "digest");
    targets(store).admit(new Target(ROSTER, OTHER_WORKSPACE), "another digest");
    targets(store).admit(TARGET, "digest");
    assertThat(store.history().runs(RunFilter.ALL, 9))
        .hasSize(6)
        .extracting(JournaledRun::target)
        .containsOnly(Optional.of(TARGET));
    assertThat(store.history().changes(TARGET, member("101"), 9))
        .extracting(JournaledChange::kind)
        .containsExactly(
            PlannedKind.UPDATE, PlannedKind.RESTORE, PlannedKind.UPDATE, PlannedKind.UPDATE);
    assertThat(members(store, TARGET)).hasValue(9);
    assertThat(refused(store, TARGET).of(member("104"))).containsOnlyKeys(FieldName.PHONE);
    assertThat(refused(store, TARGET).of(member("105"))).containsOnlyKeys(REGION);
    assertThat(lastWritten(store, TARGET).contacts())
        .hasSize(8)
        .containsEntry(member("101"), Fingerprint.UNKNOWN);
    assertThat(revivals(store, TARGET).left())
        .hasSize(2)
        .extracting(Revivals.Left::was)
        .contains(Was.ARCHIVED);
    assertThat(targets(store).hasUnclaimed(ROSTER)).isFalse();
    assertThat(targets(store).behind(ROSTER, "digest")).contains(TARGET);
    seesNothing(store, new Target(ROSTER, OTHER_WORKSPACE));
    seesNothing(store, new Target(OTHER_ROSTER, WORKSPACE));
  }

  @ParameterizedTest
  @EnumSource
  void a_target_of_another_roster_leaves_what_was_learned_of_this_one(Kind kind)
      throws SQLException {
    var store = old(kind).open();
    var other = new Target(OTHER_ROSTER, OTHER_WORKSPACE);
    targets(store).admit(other, "digest");
    seesNothing(store, other);
    assertThat(targets(store).hasUnclaimed(ROSTER)).isTrue();
    targets(store).admit(TARGET, "digest");
    assertThat(members(store, TARGET)).hasValue(9);
    assertThat(store.history().run(runs(store, RunFilter.ALL).getFirst()).orElseThrow().target())
        .contains(TARGET);
  }

  @ParameterizedTest
  @EnumSource
  void what_a_run_was_bringing_back_belongs_to_the_workspace_whatever_the_roster(Kind kind)
      throws SQLException {
    var store = old(kind).open();
    var other = new Target(OTHER_ROSTER, WORKSPACE);
    targets(store).admit(other, "digest");
    assertThat(revivals(store, other).left()).hasSize(2);
    assertThat(members(store, other)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void of_runs_of_two_rosters_nobody_knows_which_was_whose(Kind kind) throws SQLException {
    var place = old(kind);
    place.execute("insert into <place>rosters(roster, members) values ('another roster', 5)");
    var store = place.open();
    var other = new Target(OTHER_ROSTER, OTHER_WORKSPACE);
    targets(store).admit(TARGET, "digest");
    targets(store).admit(other, "another digest");
    assertThat(store.history().runs(RunFilter.ALL, 9))
        .hasSize(6)
        .extracting(JournaledRun::target)
        .containsOnly(Optional.empty());
    assertThat(members(store, TARGET)).hasValue(9);
    assertThat(members(store, other)).hasValue(5);
    assertThat(store.history().changes(TARGET, member("101"), 9)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void of_runs_that_learned_nothing_nobody_knows_whose_they_were(Kind kind) throws SQLException {
    var place = old(kind);
    for (var table : List.of("rosters", "refusals", "contacts")) {
      place.execute("delete from <place>" + table);
    }
    var store = place.open();
    targets(store).admit(TARGET, "digest");
    assertThat(store.history().runs(RunFilter.ALL, 9))
        .hasSize(6)
        .extracting(JournaledRun::target)
        .containsOnly(Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void what_the_target_has_of_its_own_stays(Kind kind) throws SQLException {
    var store = old(kind).open();
    pastRuns(store, TARGET)
        .remember(new PastRun("r", NIGHT, OptionalInt.of(77), 0, Map.of(), false));
    lastWritten(store, TARGET)
        .remember(Stream.of(new LastWritten.Entry(member("103"), Optional.of(new Fingerprint(1)))));
    refused(store, TARGET)
        .remember(
            List.of(
                new Refusal(member("104"), FieldName.PHONE, digest(), RefusedFields.Kind.REFUSED)));
    var contact = contactId("65a0b1c20000000000000004");
    revivals(store, TARGET).note(contact, Was.BLOCKED);
    targets(store).admit(TARGET, "digest");
    assertThat(members(store, TARGET)).hasValue(77);
    assertThat(lastWritten(store, TARGET).contacts())
        .hasSize(8)
        .containsEntry(member("103"), new Fingerprint(1));
    assertThat(refused(store, TARGET).of(member("104")))
        .isEqualTo(
            Map.of(
                FieldName.PHONE,
                new Refusal(member("104"), FieldName.PHONE, digest(), RefusedFields.Kind.REFUSED)));
    assertThat(refused(store, TARGET).of(member("105"))).containsOnlyKeys(REGION);
    assertThat(revivals(store, TARGET).left())
        .hasSize(2)
        .contains(new Revivals.Left(contact, Was.BLOCKED, Optional.of(NIGHT)));
    assertThat(rowsOfNobody(store)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void a_run_that_an_older_program_writes_down_afterwards_is_of_no_known_target(Kind kind)
      throws SQLException {
    var place = old(kind);
    var store = place.open();
    targets(store).admit(TARGET, "digest");
    place.execute(
        "insert into <place>runs(run, command, settings, started) values ('old', 'sync', '', 1)");
    targets(store).admit(TARGET, "digest");
    assertThat(store.history().run("old").orElseThrow().target()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_store_of_a_newer_program_is_refused_in_one_line_and_left_as_it_is(Kind kind)
      throws SQLException, IOException {
    var place = old(kind);
    place.execute(
        "insert into <place>flyway_schema_history(installed_rank, version, description, type,"
            + " script, checksum, installed_by, installed_on, execution_time, success)"
            + " select 99, '99', 'later', type, 'V99__later.sql', 1, installed_by, installed_on, 1,"
            + " success from <place>flyway_schema_history where version = '5'");
    var before = kept();
    assertThatThrownBy(place::open)
        .isInstanceOf(StoreTrouble.class)
        .hasMessage(
            "The store %s was written by a newer Rollcall (its format is 99, this program knows %d). Install that version again, or use another store",
            place.name(), EarlierStore.migrations().getLast());
    assertThat(kept()).isEqualTo(before);
    place.execute("update <place>rosters set roster = roster");
  }

  @ParameterizedTest
  @EnumSource
  void a_store_that_is_opened_once_more_is_as_it_was(Kind kind) throws SQLException {
    var place = old(kind);
    var first = place.open();
    targets(first).admit(TARGET, "digest");
    var again = place.open();
    assertThat(again.history().runs(RunFilter.ALL, 9))
        .isEqualTo(first.history().runs(RunFilter.ALL, 9));
    assertThat(lastWritten(again, TARGET).contacts()).hasSize(8);
    assertThat(rowsOfNobody(again)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void a_migration_that_breaks_off_changes_nothing_and_can_be_done_later(Kind kind)
      throws SQLException {
    var place = old(kind);
    place.execute("create table <place>accesses(other text)");
    assertThatThrownBy(place::open)
        .isInstanceOf(StoreTrouble.class)
        .hasMessageStartingWith("The store %s cannot be opened: ".formatted(place.name()))
        .hasMessageContaining("accesses");
    place.execute("update <place>rosters set roster = roster");
    place.execute("drop table <place>accesses");
    var store = place.open();
    targets(store).admit(TARGET, "digest");
    assertThat(members(store, TARGET)).hasValue(9);
  }

  @ParameterizedTest
  @EnumSource
  void many_programs_may_open_an_old_store_at_once(Kind kind) throws Exception {
    var place = old(kind);
    assertThat(atOnce(place::open))
        .allSatisfy(store -> assertThat(store.history().runs(RunFilter.ALL, 9)).hasSize(6));
  }

  @ParameterizedTest
  @EnumSource
  void many_programs_may_open_a_new_store_at_once(Kind kind) throws Exception {
    var place = place(kind);
    assertThat(atOnce(place::open))
        .allSatisfy(store -> assertThat(store.history().runs(RunFilter.ALL, 9)).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void many_runs_may_claim_at_once_and_one_target_gets_all(Kind kind) throws Exception {
    var store = old(kind).open();
    var workspaces = List.of("a", "b", "c", "d").iterator();
    var admitted =
        atOnce(() -> {
          Target target;
          synchronized (workspaces) {
            target = new Target(ROSTER, new Workspace(workspaces.next(), "", ""));
          }
          targets(store).admit(target, "digest");
          return target;
        });
    assertThat(admitted)
        .filteredOn(target -> members(store, target).isPresent())
        .singleElement()
        .satisfies(target -> {
          assertThat(lastWritten(store, target).contacts()).hasSize(8);
          assertThat(store.history().runs(RunFilter.ALL, 9))
              .extracting(JournaledRun::target)
              .containsOnly(Optional.of(target));
        });
  }

  /// A run of the older program goes on while the store is migrated: it renews its lease and gives
  /// it back as it always did.
  @ParameterizedTest
  @EnumSource
  void a_lease_that_an_older_program_holds_stays_its_own_until_it_ends(Kind kind)
      throws SQLException {
    var place = old(kind);
    place.execute("delete from <place>leases");
    place.execute(
        "insert into <place>leases(workspace, holder, run, since, expires)"
            + " values ('ab12', 'host, process 7', 'old', 1, 9999999999999)");
    var record = new SqlLeaseRecord(place::open, LeaseClock.ofMachine(() -> NIGHT));
    var row = record.look("ab12").row().orElseThrow();
    assertThat(row.run()).isEqualTo("old");
    assertThat(row.generation()).isEqualTo(1);
    assertThat(row.life()).isEqualTo(Duration.ofSeconds(60));
    assertThat(row.process()).isEmpty();
    assertThat(row.uptime()).isEmpty();
    place.execute("update <place>leases set expires = 9999999999998 where run = 'old'");
    assertThat(record.look("ab12").row()).isNotEqualTo(Optional.of(row));
    place.execute("delete from <place>leases where run = 'old'");
    assertThat(record.look("ab12").row()).isEmpty();
  }

  private static <T> List<T> atOnce(Callable<T> work) throws InterruptedException {
    int many = 4;
    var start = new CyclicBarrier(many);
    Callable<T> started =
        () -> {
          start.await();
          return work.call();
        };
    try (var threads = Executors.newFixedThreadPool(many)) {
      return threads.invokeAll(Collections.nCopies(many, started)).stream()
          .map(Future::resultNow)
          .toList();
    }
  }

  private void seesNothing(Store store, Target target) {
    assertThat(members(store, target)).isEmpty();
    assertThat(lastWritten(store, target).contacts()).isEmpty();
    assertThat(refused(store, target).of(member("104"))).isEmpty();
    assertThat(refused(store, target).of(member("105"))).isEmpty();
    assertThat(revivals(store, target).left()).isEmpty();
    assertThat(store.history().changes(target, member("101"), 9)).isEmpty();
  }

  private static int rowsOfNobody(Store store) {
    return Stream.of("runs", "rosters", "refusals", "contacts", "revivals")
        .mapToInt(table ->
            store
                .jdbi()
                .withHandle(handle ->
                    handle
                        .createQuery(
                            "select count(*) from <place><table> where target like 'unknown%'")
                        .define("table", table)
                        .mapTo(Integer.class)
                        .one()))
        .sum();
  }

  private static List<String> runs(Store store, RunFilter filter) {
    return store.history().runs(filter, 9).stream().map(JournaledRun::run).toList();
  }

  private SqlTargets targets(Store store) {
    return new SqlTargets(() -> store, troubles::add);
  }

  private SqlPastRuns pastRuns(Store store, Target target) {
    return new SqlPastRuns(
        () -> store, target, InstantSource.fixed(NIGHT), troubles::add, troubles::add);
  }

  private OptionalInt members(Store store, Target target) {
    return Past.of(pastRuns(store, target).all(), NIGHT).members();
  }

  private SqlLastWritten lastWritten(Store store, Target target) {
    return new SqlLastWritten(() -> store, target, troubles::add);
  }

  private SqlRefusedFields refused(Store store, Target target) {
    return new SqlRefusedFields(() -> store, target, () -> NIGHT, troubles::add);
  }

  private SqlRevivals revivals(Store store, Target target) {
    return new SqlRevivals(() -> store, target, () -> NIGHT, troubles::add);
  }

  private static FieldDigest digest() {
    return FieldDigest.of(member("104"), FieldName.PHONE, new Value.Text("+12025550199"));
  }

  /// The files of the store, byte for byte.
  private Map<String, String> kept() throws IOException {
    var kept = new java.util.TreeMap<String, String>();
    try (var files = Files.walk(home)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        kept.put(
            home.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return kept;
  }

  private StorePlace old(Kind kind) throws SQLException {
    var place = place(kind);
    switch (kind) {
      case SQLITE -> write(home.resolve("rollcall.db"), resource("v5.db"));
      case POSTGRES -> place.execute(new String(resource("v5.sql"), StandardCharsets.UTF_8));
    }
    return place;
  }

  private StorePlace place(Kind kind) throws SQLException {
    var place = StorePlace.of(kind, home);
    places.add(place);
    return place;
  }

  private static byte[] resource(String name) {
    try (var stream = StoreMigrationTest.class.getResourceAsStream("/store/" + name)) {
      return java.util.Objects.requireNonNull(stream).readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
