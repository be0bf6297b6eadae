package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.hidden;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.wanted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.access.AccessRole;
import org.rollcall.access.AuditEntry;
import org.rollcall.access.KnownPeople;
import org.rollcall.access.MachineToken;
import org.rollcall.access.PersonAccount;
import org.rollcall.access.PersonSession;
import org.rollcall.access.PersonSession.Origin;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Remedy;
import org.rollcall.apply.Result;
import org.rollcall.apply.Trail;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Ignored;
import org.rollcall.model.MappingDigest;
import org.rollcall.model.MemberId;
import org.rollcall.model.Pause;
import org.rollcall.model.Privacy;
import org.rollcall.model.RosterName;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.TextSet;
import org.rollcall.model.Trigger;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Workspace;
import org.rollcall.plan.Change;
import org.rollcall.plan.Counts;
import org.rollcall.plan.DeedRecord;
import org.rollcall.plan.DeedRecord.Landing;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Match;
import org.rollcall.plan.Notice;
import org.rollcall.plan.NoticeRecord;
import org.rollcall.plan.Past;
import org.rollcall.plan.PastDeed;
import org.rollcall.plan.PastRun;
import org.rollcall.plan.Plan;
import org.rollcall.plan.PlannedDeeds;
import org.rollcall.review.ChangePage;
import org.rollcall.review.EndedAs;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.PlannedKind;
import org.rollcall.review.RunFilter;
import org.rollcall.review.SettledAs;
import org.rollcall.roster.postgres.PostgresUrl;
import org.rollcall.run.Basis;
import org.rollcall.run.EventEnvelope;
import org.rollcall.run.Failure;
import org.rollcall.run.FieldDigest;
import org.rollcall.run.Fingerprint;
import org.rollcall.run.KnownEndings;
import org.rollcall.run.KnownFailures;
import org.rollcall.run.LastWritten;
import org.rollcall.run.RefusedFields;
import org.rollcall.run.RefusedFields.Refusal;
import org.rollcall.run.RefusedFields.RefusedMerge;
import org.rollcall.run.Report;
import org.rollcall.run.Revivals;
import org.rollcall.run.Revivals.Was;
import org.rollcall.run.RunEvent;
import org.rollcall.run.Totals;
import org.rollcall.support.Pages;
import org.rollcall.support.TestPostgres;

/// What the store keeps, on both of its databases.
@Tag("slow")
class StoreTest {
  private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");
  private static final Wanted ANN = wanted("101", "ann@example.org");
  private static final List<DeedRecord> DEEDS =
      List.of(
          new DeedRecord(
              new PastDeed.Create(
                  Optional.of(contactId("n")), List.of(new Difference(REGION, "", "GL"))),
              Landing.LANDED),
          new DeedRecord(
              new PastDeed.Write(
                  contactId("b"), List.of(new Difference(FieldName.NAME, "ü \"", ""))),
              Landing.REFUSED),
          DeedRecord.ahead(new PastDeed.Archive(contactId("old"))),
          DeedRecord.ahead(new PastDeed.Unarchive(contactId("old"))),
          new DeedRecord(
              new PastDeed.Unarchive(contactId("old"), Optional.of("x-9")), Landing.LANDED),
          DeedRecord.ahead(new PastDeed.Block(contactId("old"))),
          DeedRecord.ahead(new PastDeed.Unblock(contactId("old"))),
          DeedRecord.ahead(new PastDeed.Merge(contactId("lead"), contactId("b"))));
  private static final Wanted BOB = wanted("102", "bob@example.org");
  private static final Change CREATE = new Change.Create(ANN, Diff.ofNew(ANN));
  private static final Change UPDATE =
      new Change.Update(BOB, user("b", "102", ""), Match.EXTERNAL_ID, Diff.ofNew(BOB), List.of());
  private static final RosterName ROSTER = new RosterName("https://ref.supabase.co public.members");
  private static final Starter STARTER = new Starter("ops", "cron-1", Trigger.CRON);
  private static final Target TARGET =
      new Target(ROSTER, new Workspace("ab12", "Example Union", "US"));
  private static final Target ANOTHER =
      new Target(ROSTER, new Workspace("cd34", "Another Union", "EU"));

  @TempDir private Path folder;
  private final List<String> troubles = new ArrayList<>();

  enum Kind {
    SQLITE,
    POSTGRES
  }

  @ParameterizedTest
  @EnumSource
  void a_pause_is_kept_for_the_sync_its_roster_and_its_intercom_alone(Kind kind)
      throws SQLException {
    var store = store(kind);
    var pause = pause(store, "api.intercom.io");
    assertThat(pause.get()).isEmpty();
    pause.set(new Pause(EIGHT, Optional.of(EIGHT.plusSeconds(9)), "ops of cron-1", "first"));
    var lasting = new Pause(EIGHT, Optional.empty(), "ops of cron-1", "it's \"wrong\"");
    pause.set(lasting);
    assertThat(pause(store, "api.intercom.io").get()).contains(lasting);
    assertThat(pause(store, "localhost-8080").get()).isEmpty();
    pause.end();
    assertThat(pause.get()).isEmpty();
    assertThat(troubles).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void who_failed_and_who_is_ignored_is_kept_for_the_target(Kind kind) throws SQLException {
    var store = store(kind);
    var failures = new SqlKnownFailures(() -> store, TARGET, () -> EIGHT, troubles::add);
    var known = new KnownFailures.Known(new Failure(member("101"), "it's … \"wrong\""), EIGHT);
    failures.remember(List.of(known));
    assertThat(failures.last()).containsExactly(Map.entry(member("101"), known));
    assertThat(new SqlKnownFailures(() -> store, ANOTHER, () -> EIGHT, troubles::add).last())
        .isEmpty();
    var ignores = new SqlKnownIgnores(() -> store, TARGET, () -> EIGHT);
    var ignored =
        new Ignored(member("101"), EIGHT, EIGHT.plusSeconds(9), "ops of cron-1", "moving");
    ignores.put(ignored);
    assertThat(ignores.all()).containsExactly(ignored);
    assertThat(failures.ignored()).containsExactly(member("101"));
    var later = EIGHT.plusSeconds(9);
    assertThat(new SqlKnownFailures(() -> store, TARGET, () -> later, troubles::add).ignored())
        .isEmpty();
    assertThat(new SqlKnownIgnores(() -> store, TARGET, () -> later).all()).isEmpty();
    assertThat(ignores.remove(member("101"))).contains(ignored);
    assertThat(ignores.all()).isEmpty();
    failures.remember(List.of());
    assertThat(failures.last()).isEmpty();
    assertThat(troubles).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_token_is_kept_by_its_digest_and_whatever_changes_it_is_in_the_audit_log(Kind kind)
      throws SQLException {
    var store = store(kind);
    var tokens = new SqlTokens(() -> store);
    var audit = new SqlAudit(() -> store);
    var first = token("ci", EIGHT, Optional.of(EIGHT.plusSeconds(60)));
    assertThat(tokens.add(first, "aa", told("token add", EIGHT))).isTrue();
    assertThat(tokens.add(token("ci", EIGHT, Optional.empty()), "bb", told("no", EIGHT))).isFalse();
    assertThat(tokens.find("aa")).contains(first);
    assertThat(tokens.find("bb")).isEmpty();

    tokens.used("aa", EIGHT.plusSeconds(1));
    tokens.used("aa", EIGHT.plusSeconds(60));
    assertThat(tokens.find("aa").flatMap(MachineToken::used)).contains(EIGHT.plusSeconds(1));
    tokens.used("aa", EIGHT.plusSeconds(61));
    assertThat(tokens.find("aa").flatMap(MachineToken::used)).contains(EIGHT.plusSeconds(61));

    var later = EIGHT.plusSeconds(60);
    assertThat(tokens.add(token("ci", later, Optional.empty()), "cc", told("again", later)))
        .isTrue();
    assertThat(tokens.find("aa").flatMap(MachineToken::revoked)).contains(later);
    var end = later.plusSeconds(9);
    assertThat(tokens.revoke("ci", told("token revoke", end)))
        .contains(token("ci", later, Optional.empty()));
    assertThat(tokens.revoke("ci", told("no", end))).isEmpty();
    assertThat(tokens.find("cc").flatMap(MachineToken::revoked)).contains(end);
    assertThat(tokens.all()).hasSize(2);
    assertThat(audit.entries(Optional.empty()))
        .containsExactly(told("token add", EIGHT), told("again", later), told("token revoke", end));
    assertThat(audit.entries(Optional.of(end))).containsExactly(told("token revoke", end));
  }

  @ParameterizedTest
  @EnumSource
  void an_account_is_kept_with_a_hash_and_whatever_changes_it_is_in_the_audit_log(Kind kind)
      throws SQLException {
    var store = store(kind);
    var people = new SqlPeople(() -> store);
    var ann = account("ann", AccessRole.OPERATOR, Optional.empty());
    assertThat(people.all()).isEmpty();
    assertThat(people.add(new KnownPeople.Kept(ann, "$a"), told("user add", EIGHT))).isTrue();
    assertThat(people.add(new KnownPeople.Kept(ann, "$b"), told("no", EIGHT))).isFalse();
    assertThat(people.find("ann")).contains(new KnownPeople.Kept(ann, "$a"));
    assertThat(people.find("bob")).isEmpty();

    people.used("ann", EIGHT.plusSeconds(1));
    var used = account("ann", AccessRole.OPERATOR, Optional.of(EIGHT.plusSeconds(1)));
    assertThat(people.all()).containsExactly(used);
    assertThat(people.changeRole("ann", AccessRole.ADMIN, told("user role", EIGHT))).contains(used);
    assertThat(people.changeRole("bob", AccessRole.ADMIN, told("no", EIGHT))).isEmpty();
    assertThat(people.all()).extracting(PersonAccount::role).containsExactly(AccessRole.ADMIN);
    var later = EIGHT.plusSeconds(9);
    assertThat(people.changePassword("ann", "$c", told("user password", later))).isTrue();
    assertThat(people.changePassword("bob", "$c", told("no", later))).isFalse();
    var changed = people.find("ann").orElseThrow();
    assertThat(changed.digest()).isEqualTo("$c");
    assertThat(changed.account().changed()).isEqualTo(later);
    assertThat(people.remove("bob", told("no", later))).isEmpty();
    assertThat(people.remove("ann", told("user remove", later))).contains(changed.account());
    assertThat(people.all()).isEmpty();
    assertThat(new SqlAudit(() -> store).entries(Optional.empty()))
        .extracting(AuditEntry::action)
        .containsExactly("user add", "user role", "user password", "user remove");
  }

  @ParameterizedTest
  @EnumSource
  void a_session_has_the_role_of_its_account_and_ends_with_it(Kind kind) throws SQLException {
    var store = store(kind);
    var people = new SqlPeople(() -> store);
    var sessions = new SqlSessions(() -> store);
    var ann = account("ann", AccessRole.OPERATOR, Optional.empty());
    people.add(new KnownPeople.Kept(ann, "$a"), told("user add", EIGHT));
    var own = session("ann", Origin.ACCOUNT, AccessRole.OPERATOR, EIGHT);
    var lent = session("ann", Origin.PROVIDER, AccessRole.VIEWER, EIGHT);
    sessions.add(own, "aa", told("login", EIGHT));
    sessions.add(own, "bb", told("login", EIGHT));
    sessions.add(lent, "cc", told("login", EIGHT));
    assertThat(sessions.session("aa")).contains(own);
    assertThat(sessions.session("cc")).contains(lent);
    assertThat(sessions.session("dd")).isEmpty();

    people.changeRole("ann", AccessRole.ADMIN, told("user role", EIGHT));
    assertThat(sessions.session("aa").map(PersonSession::role)).contains(AccessRole.ADMIN);
    assertThat(sessions.session("cc")).contains(lent);
    sessions.end("aa");
    assertThat(sessions.session("aa")).isEmpty();
    var later = EIGHT.plusSeconds(9);
    people.changePassword("ann", "$b", told("user password", later));
    assertThat(sessions.session("bb")).isEmpty();
    sessions.add(own, "overtaken", told("login", later));
    assertThat(sessions.session("overtaken")).isEmpty();
    var anew = session("ann", Origin.ACCOUNT, AccessRole.ADMIN, later);
    sessions.add(anew, "ee", told("login", later));
    assertThat(sessions.session("ee")).contains(anew);
    people.remove("ann", told("user remove", later));
    assertThat(sessions.session("ee")).isEmpty();
    assertThat(sessions.session("cc")).contains(lent);
  }

  @ParameterizedTest
  @EnumSource
  void the_use_of_a_session_is_kept_once_a_minute_and_what_has_ended_is_forgotten(Kind kind)
      throws SQLException {
    var store = store(kind);
    var sessions = new SqlSessions(() -> store);
    sessions.add(
        session("ann", Origin.PROVIDER, AccessRole.VIEWER, EIGHT), "aa", told("login", EIGHT));
    sessions.seen("aa", EIGHT.plusSeconds(59));
    assertThat(sessions.session("aa").map(PersonSession::seen)).contains(EIGHT);
    var hour = EIGHT.plus(Duration.ofHours(1));
    sessions.seen("aa", hour);
    assertThat(sessions.session("aa").map(PersonSession::seen)).contains(hour);
    var end = hour.plus(PersonSession.UNUSED);
    var before = end.minusMillis(1);
    sessions.add(
        session("bob", Origin.PROVIDER, AccessRole.VIEWER, before), "bb", told("login", before));
    assertThat(sessions.session("aa")).isPresent();
    sessions.add(session("bob", Origin.PROVIDER, AccessRole.VIEWER, end), "cc", told("login", end));
    assertThat(sessions.session("aa")).isEmpty();
    assertThat(sessions.session("bb")).isPresent();
  }

  private static PersonAccount account(String name, AccessRole role, Optional<Instant> used) {
    return new PersonAccount(name, role, EIGHT, "ops of cron-1", EIGHT, used);
  }

  private static PersonSession session(
      String person, Origin origin, AccessRole role, Instant began) {
    return new PersonSession(person, origin, role, began, began);
  }

  @ParameterizedTest
  @EnumSource
  void the_audit_log_is_only_added_to(Kind kind) throws SQLException {
    var store = store(kind);
    var audit = new SqlAudit(() -> store);
    audit.add(told("first", EIGHT));
    store
        .jdbi()
        .useTransaction(handle ->
            IntStream.range(1, 1_100)
                .forEach(each -> AuditRows.add(handle, told("it's " + each, EIGHT))));
    for (var change : List.of("update <place>audit set who = 'x'", "delete from <place>audit")) {
      assertThatThrownBy(() -> store.jdbi().useHandle(handle -> handle.execute(change)))
          .as(change)
          .hasStackTraceContaining("only added to");
    }
    store.forget(EIGHT.plus(Duration.ofDays(9_999)));
    assertThat(audit.entries(Optional.empty())).hasSize(1_100).endsWith(told("it's 1099", EIGHT));
  }

  private static MachineToken token(String name, Instant created, Optional<Instant> expires) {
    return new MachineToken(
        name,
        AccessRole.OPERATOR,
        created,
        "ops of cron-1",
        expires,
        Optional.empty(),
        Optional.empty());
  }

  private static AuditEntry told(String action, Instant time) {
    return new AuditEntry(time, "ops of cron-1", "the command line", action, "ci", AuditEntry.DONE);
  }

  @ParameterizedTest
  @EnumSource
  void others_read_views_that_name_nobody(Kind kind) throws SQLException {
    var store = store(kind);
    write(store, "run-1", finished("run-1"));
    var place = kind == Kind.POSTGRES ? "rollcall." : "";
    var shown = new ArrayList<Map<String, Object>>();
    store
        .jdbi()
        .useHandle(handle -> {
          for (var view : List.of("runs_v", "changes_v", "failures_v")) {
            shown.addAll(handle.createQuery("select * from " + place + view).mapToMap().list());
          }
        });
    assertThat(shown).hasSizeGreaterThanOrEqualTo(4);
    assertThat(shown.toString())
        .contains("ops", "cron-1", "custom_attributes.region", "no; it")
        .contains(kind == Kind.POSTGRES ? "2026-" : "T08:00:00.000Z")
        .doesNotContain("@", "a \"b\"", "Bob");
    var asked =
        store
            .jdbi()
            .withHandle(handle ->
                handle
                    .createQuery(
                        Pages.blocks("docs/history.md", "sql")
                            .getFirst()
                            .replace("rollcall.", place))
                    .mapToMap()
                    .list());
    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst()).containsEntry("cause", "no; it's refused");
  }

  private SqlKnownPause pause(Store store, String intercom) {
    return new SqlKnownPause(
        () -> store, new SyncKey(SyncName.DEFAULT, ROSTER, intercom), troubles::add);
  }

  @ParameterizedTest
  @EnumSource
  void a_run_is_remembered_with_its_plan_its_totals_and_whom_it_changed(Kind kind)
      throws SQLException {
    var store = store(kind);
    write(store, "run-1", finished("run-1"));
    var run = store.history().run("run-1").orElseThrow();
    assertThat(run.sync()).isEqualTo(SyncName.DEFAULT);
    assertThat(run.target()).contains(TARGET);
    assertThat(run.command()).isEqualTo("sync");
    assertThat(run.starter()).contains(STARTER);
    assertThat(run.settings()).isEqualTo("digest");
    assertThat(run.started()).isEqualTo(EIGHT);
    assertThat(run.finished()).contains(EIGHT.plusSeconds(60));
    assertThat(run.status()).contains(EndedAs.PARTIAL);
    assertThat(run.plan()).contains(new Counts(1, 1, 0, 0, 0, 0));
    assertThat(run.totals()).contains(new Totals(4, 1, 0, 2, 0, 1, 1, 0));
    assertThat(run.calls()).isEqualTo(17);
    assertThat(store.history().changes("run-1"))
        .extracting(JournaledChange::member)
        .containsExactly(member("101"), member("102"));
    var updated = store.history().changes("run-1").getLast();
    assertThat(updated)
        .isEqualTo(
            new JournaledChange(
                "run-1",
                member("102"),
                PlannedKind.UPDATE,
                "bob@example.org",
                Optional.of(contactId("b2")),
                Optional.of(EIGHT),
                Optional.of(EIGHT),
                Optional.of(SettledAs.FAILED),
                Optional.of("no; it's refused"),
                List.of(Remedy.INSPECT, Remedy.FIND_BY_EMAIL),
                List.of(contactId("old")),
                List.of(new Difference(REGION, "a \"b\" → ü", "")),
                Optional.of(DEEDS),
                "request-7"));
    assertThat(troubles).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_run_that_broke_off_is_known_by_what_it_was_about_to_do(Kind kind) throws SQLException {
    var store = store(kind);
    var journal =
        new SqlJournal(
            () -> store,
            new SqlJournal.Heading(SyncName.DEFAULT, "sync", "digest", Optional.empty()),
            () -> EIGHT,
            troubles::add);
    journal.accept(new RunEvent.Started("run-1", Basis.INTERCOM));
    journal.accept(new RunEvent.Intended(List.of(CREATE)));
    journal.close();
    var run = store.history().run("run-1").orElseThrow();
    assertThat(run.target()).isEmpty();
    assertThat(run.finished()).isEmpty();
    assertThat(run.status()).isEmpty();
    assertThat(run.totals()).isEmpty();
    assertThat(store.history().changes("run-1"))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.kind()).isEqualTo(PlannedKind.CREATE);
          assertThat(change.intended()).contains(EIGHT);
          assertThat(change.outcome()).isEmpty();
          assertThat(change.deeds())
              .contains(PlannedDeeds.of(CREATE).stream().map(DeedRecord::ahead).toList());
        });
  }

  @ParameterizedTest
  @EnumSource
  void what_is_about_to_be_done_is_in_the_store_when_the_journal_was_told(Kind kind)
      throws SQLException {
    var store = store(kind);
    var journal =
        new SqlJournal(
            () -> store,
            new SqlJournal.Heading(SyncName.DEFAULT, "sync", "digest", Optional.empty()),
            () -> EIGHT,
            troubles::add);
    journal.accept(new RunEvent.Started("run-1", Basis.INTERCOM));
    journal.accept(new RunEvent.Intended(List.of(CREATE, UPDATE)));
    assertThat(store.history().changes("run-1")).hasSize(2);
    journal.accept(new RunEvent.Done(BOB.member(), DEEDS, true));
    assertThat(store.history().changes("run-1").getLast().deeds()).contains(DEEDS);
    journal.close();
    assertThat(troubles).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void deeds_that_only_a_later_version_knows_are_told_as_unknown(Kind kind) throws SQLException {
    var store = store(kind);
    write(store, "run-1", finished("run-1"));
    store
        .jdbi()
        .useHandle(
            handle -> handle.execute("update <place>changes set deeds = '[{\"did\":\"melt\"}]'"));
    assertThat(store.history().changes("run-1"))
        .allSatisfy(change -> assertThat(change.isKnown()).isFalse());
  }

  @ParameterizedTest
  @EnumSource
  void what_is_told_of_a_member_adds_up_however_many_transactions_it_takes(Kind kind)
      throws SQLException {
    var store = store(kind);
    var failed = new Result.Failed("no", true, Optional.empty());
    var told =
        List.of(
            new RunEvent.Intended(List.of(UPDATE)),
            new RunEvent.Settled(outcome(BOB, "b2", failed), 1, 2),
            new RunEvent.Intended(List.of(CREATE)),
            new RunEvent.Intended(List.of(UPDATE)),
            new RunEvent.Settled(outcome(BOB, "b3", new Result.Updated()), 2, 2));
    var together = entries("run-1", told);
    store.jdbi().useTransaction(handle -> Entry.write(handle, together));
    for (var each : entries("run-2", told)) {
      store.jdbi().useTransaction(handle -> Entry.write(handle, List.of(each)));
    }
    var changes = store.history().changes("run-1");
    assertThat(changes)
        .extracting(JournaledChange::kind, JournaledChange::outcome)
        .containsExactly(
            tuple(PlannedKind.CREATE, Optional.empty()),
            tuple(PlannedKind.UPDATE, Optional.of(SettledAs.UPDATED)));
    assertThat(changes.getLast().contact()).contains(contactId("b3"));
    assertThat(changes.getLast().intended()).contains(EIGHT.plusSeconds(4));
    assertThat(changes.getLast().settled()).contains(EIGHT.plusSeconds(5));
    assertThat(store.history().changes("run-2"))
        .usingRecursiveComparison()
        .ignoringFields("run")
        .isEqualTo(changes);
  }

  /// What the journal writes of a run that tells these, a second apart.
  private static List<Entry> entries(String run, List<? extends RunEvent> told) {
    var entries =
        new Entries(new SqlJournal.Heading(SyncName.DEFAULT, "sync", "digest", Optional.empty()));
    var written = new ArrayList<Entry>();
    entries.of(new RunEvent.Started(run, Basis.INTERCOM), EIGHT).forEach(written::add);
    for (var event : told) {
      entries.of(event, EIGHT.plusSeconds(written.size())).forEach(written::add);
    }
    return written;
  }

  @ParameterizedTest
  @EnumSource
  void the_latest_runs_come_first_and_what_they_did_to_one_member_too(Kind kind)
      throws SQLException {
    var store = store(kind);
    for (var run : List.of("run-1", "run-2", "run-3")) {
      write(store, run, finished(run));
    }
    assertThat(store.history().runs(RunFilter.ALL, 2))
        .extracting(JournaledRun::run)
        .containsExactly("run-3", "run-2");
    assertThat(store.history().changes(TARGET, member("102"), 2)).hasSize(2);
    assertThat(store.history().run("run-9")).isEmpty();
    assertThat(store.history().changes("run-9")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void runs_are_found_by_their_sync_and_by_the_id_or_the_name_of_their_workspace(Kind kind)
      throws SQLException {
    var store = store(kind);
    var north = new SyncName("north");
    var club = new Target(ROSTER, new Workspace("ef56", "Übungs-Club", "EU"));
    write(store, "run-1", finished(SyncName.DEFAULT, "run-1", TARGET));
    write(store, "run-2", finished(north, "run-2", TARGET));
    write(store, "run-3", finished(north, "run-3", ANOTHER));
    write(store, "run-4", finished(SyncName.DEFAULT, "run-4", club));
    assertThat(runs(store, Optional.of(north), Optional.empty())).containsExactly("run-3", "run-2");
    assertThat(runs(store, Optional.empty(), Optional.of("ab12")))
        .containsExactly("run-2", "run-1");
    assertThat(runs(store, Optional.of(north), Optional.of("EXAMPLE union")))
        .containsExactly("run-2");
    assertThat(runs(store, Optional.empty(), Optional.of("übungs-club"))).containsExactly("run-4");
    assertThat(runs(store, Optional.empty(), Optional.of("AB12"))).isEmpty();
    assertThat(runs(store, Optional.of(new SyncName("south")), Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void runs_are_found_by_their_time_their_end_and_a_member(Kind kind) throws SQLException {
    var store = store(kind);
    write(store, "run-1", finished("run-1"));
    wrote(store, "run-2", TARGET, EIGHT.plusSeconds(1), new Result.Updated());
    write(store, "run-3", finished("run-3"));
    write(store, "run-4", finished(Report.Status.SUCCEEDED, "run-4"));
    var time = Optional.of(EIGHT.plusSeconds(1));
    var ann = Optional.of(ANN.member());
    var bob = Optional.of(BOB.member());
    Optional<Instant> always = Optional.empty();
    Optional<MemberId> all = Optional.empty();
    assertThat(runs(store, time, all, false)).containsExactly("run-4", "run-3", "run-2");
    assertThat(runs(store, always, all, true)).containsExactly("run-3", "run-2", "run-1");
    assertThat(runs(store, always, ann, false)).containsExactly("run-4", "run-3", "run-1");
    assertThat(runs(store, always, ann, true)).isEmpty();
    assertThat(runs(store, always, bob, true)).containsExactly("run-4", "run-3", "run-1");
    assertThat(runs(store, time, bob, true)).containsExactly("run-4", "run-3");
    assertThat(runs(store, always, Optional.of(member("999")), false)).isEmpty();
    var second = RunFilter.Place.of(store.history().run("run-2").orElseThrow());
    assertThat(runs(store, RunFilter.ALL.before(second))).containsExactly("run-1");
    var third = RunFilter.Place.of(store.history().run("run-3").orElseThrow());
    assertThat(runs(store, RunFilter.ALL.before(third))).contains("run-2").doesNotContain("run-3");
  }

  @ParameterizedTest
  @EnumSource
  void a_request_with_a_key_is_done_once_a_day(Kind kind) throws SQLException {
    var store = store(kind);
    var now = new AtomicReference<>(EIGHT);
    var requests = new SqlRequests(() -> store, now::get);
    var key = new SqlRequests.Key("token ci", "k-1");
    assertThat(requests.take(key, "one")).isEqualTo(new SqlRequests.Fresh());
    assertThat(requests.take(key, "one")).isEqualTo(new SqlRequests.Unanswered());
    assertThat(requests.take(key, "two")).isEqualTo(new SqlRequests.Other());
    var answer = new SqlRequests.Answered(202, "/api/v1/runs/run-1", "{}");
    requests.answer(key, answer);
    assertThat(requests.take(key, "one")).isEqualTo(answer);
    assertThat(requests.take(new SqlRequests.Key("token cd", "k-1"), "two"))
        .isEqualTo(new SqlRequests.Fresh());
    now.set(EIGHT.plus(SqlRequests.LIFE).plusSeconds(1));
    assertThat(requests.take(key, "two")).isEqualTo(new SqlRequests.Fresh());
    requests.giveBack(key);
    assertThat(requests.take(key, "three")).isEqualTo(new SqlRequests.Fresh());
  }

  @ParameterizedTest
  @EnumSource
  void a_plan_is_kept_for_a_week(Kind kind) throws SQLException {
    var store = store(kind);
    var now = new AtomicReference<>(EIGHT);
    var plans = new SqlPlans(() -> store, now::get);
    plans.put(SyncName.DEFAULT, "d1", plan("{\"ü\": 1}", List.of()));
    plans.put(SyncName.DEFAULT, "d1", plan("{\"ü\": 1}", List.of()));
    assertThat(plans.find("d1")).contains("{\"ü\": 1}");
    assertThat(plans.find("d2")).isEmpty();
    now.set(EIGHT.plus(SqlPlans.LIFE).plusSeconds(1));
    assertThat(plans.find("d1")).isEmpty();
    assertThat(plans.head("d1", Privacy.SHOW)).isEmpty();
    plans.put(SyncName.DEFAULT, "d2", plan("{}", List.of("1")));
    assertThat(plans.find("d2")).contains("{}");
    assertThat(plans.entries("d2", 0, 1)).containsExactly("[1]");
  }

  @ParameterizedTest
  @EnumSource
  void a_page_of_a_plan_is_read_without_the_rest(Kind kind) throws SQLException {
    var store = store(kind);
    var plans = new SqlPlans(() -> store, () -> EIGHT);
    var entries = IntStream.range(0, 250).mapToObj(String::valueOf).toList();
    plans.put(SyncName.DEFAULT, "d1", plan("{}", entries));
    assertThat(plans.head("d1", Privacy.SHOW))
        .contains(new SqlPlans.Head(SyncName.DEFAULT, "{\"head\": 1}", 250));
    assertThat(plans.head("d1", Privacy.MASK).orElseThrow().head()).isEqualTo("{\"masked\": 1}");
    assertThat(plans.entries("d1", 99, 100)).singleElement().asString().endsWith(",98,99]");
    assertThat(plans.entries("d1", 99, 101)).hasSize(2);
    assertThat(plans.entries("d1", 200, 250))
        .containsExactly("[" + String.join(",", entries.subList(200, 250)) + "]");
    assertThat(plans.entries("d1", 0, 250)).hasSize(3);
  }

  private static SqlPlans.Kept plan(String document, List<String> entries) {
    return new SqlPlans.Kept(document, "{\"head\": 1}", "{\"masked\": 1}", entries);
  }

  @ParameterizedTest
  @EnumSource
  void a_plan_that_nobody_waited_for_is_asked_for_until_it_is_made(Kind kind) throws SQLException {
    var store = store(kind);
    var now = new AtomicReference<>(EIGHT);
    var requests = new SqlPlanRequests(() -> store, now::get);
    for (var each : List.of("one", "two", "three")) {
      requests.begin(each, SyncName.DEFAULT, "token ci");
    }
    requests.made("one", "d1");
    requests.failed("two", new SqlPlanRequests.Failed(502, "No roster."));
    assertThat(requests.find("one").orElseThrow().became())
        .isEqualTo(new SqlPlanRequests.Made("d1"));
    assertThat(requests.find("two").orElseThrow().became())
        .isEqualTo(new SqlPlanRequests.Failed(502, "No roster."));
    assertThat(requests.find("three"))
        .contains(
            new SqlPlanRequests.Asked(
                "three", SyncName.DEFAULT, "token ci", EIGHT, new SqlPlanRequests.Making()));
    now.set(EIGHT.plus(Duration.ofHours(3)));
    assertThat(requests.find("three").orElseThrow().became())
        .as("its process has died")
        .isInstanceOf(SqlPlanRequests.Failed.class);
    assertThat(requests.find("four")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_run_is_asked_to_stop_by_another_process(Kind kind) throws SQLException {
    var store = store(kind);
    var stops = new SqlStops(() -> store, () -> EIGHT);
    stops.ask("run-1", "token ci");
    stops.ask("run-1", "token cd");
    assertThat(stops.isAsked("run-1")).isTrue();
    assertThat(stops.isAsked("run-2")).isFalse();
    stops.forget("run-1");
    assertThat(stops.isAsked("run-1")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void changes_are_read_page_by_page_and_in_the_order_of_their_end(Kind kind) throws SQLException {
    var store = store(kind);
    write(store, "run-1", finished("run-1"));
    var history = store.history();
    var ann = Optional.of(ANN.member());
    assertThat(history.changes("run-1", new ChangePage(false, Optional.empty(), 1)))
        .extracting(JournaledChange::member)
        .containsExactly(ANN.member());
    assertThat(history.changes("run-1", new ChangePage(false, ann, 9)))
        .extracting(JournaledChange::member)
        .containsExactly(BOB.member());
    assertThat(history.changes("run-1", new ChangePage(false, Optional.of(member("99")), 9)))
        .as("a shorter number comes before")
        .hasSize(2);
    assertThat(history.changes("run-1", new ChangePage(true, Optional.empty(), 9)))
        .extracting(JournaledChange::member)
        .containsExactly(BOB.member());
    assertThat(history.settled("run-1", 0, 9)).hasSize(2);
    assertThat(history.settled("run-1", 1, 9)).hasSize(1);
    assertThat(history.settled("run-2", 0, 9)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void runs_that_are_over_are_written_down_as_their_journals_would_have(Kind kind)
      throws SQLException {
    var store = store(kind);
    write(store, "run-1", finished("run-1"));
    var heading = new SqlJournal.Heading(SyncName.DEFAULT, "sync", "digest", Optional.of(STARTER));
    var failed = new Result.Failed("no; it's refused", false, Optional.empty());
    var report = finished("run-2");
    new SqlEndedRuns(() -> store)
        .add(
            List.of(
                new SqlEndedRuns.Ended(
                    heading,
                    told(
                        "run-2",
                        new RunEvent.Started("run-2", Basis.INTERCOM),
                        new RunEvent.Admitted(TARGET),
                        new RunEvent.Planned(new Plan(List.of(CREATE, UPDATE), List.of())),
                        new RunEvent.Intended(List.of(CREATE, UPDATE)),
                        new RunEvent.Settled(outcome(ANN, "a", new Result.Created()), 1, 2),
                        new RunEvent.Done(BOB.member(), DEEDS, false),
                        new RunEvent.Settled(outcome(BOB, "b2", failed), 2, 2),
                        new RunEvent.Finished(report)))));
    var history = store.history();
    var told = history.run("run-2").orElseThrow();
    assertThat(told.totals()).isEqualTo(history.run("run-1").orElseThrow().totals());
    assertThat(told.started()).isEqualTo(EIGHT);
    assertThat(history.changes("run-2"))
        .usingRecursiveComparison()
        .ignoringFields("run")
        .isEqualTo(history.changes("run-1"));
  }

  private static List<EventEnvelope> told(String run, RunEvent... events) {
    return Stream.of(events)
        .map(
            event -> new EventEnvelope(SyncName.DEFAULT, run, Optional.of(TARGET), 1, EIGHT, event))
        .toList();
  }

  private static List<String> runs(
      Store store, Optional<Instant> since, Optional<MemberId> member, boolean failed) {
    return runs(store, new RunFilter(Optional.empty(), Optional.empty(), since, member, failed));
  }

  private static List<String> runs(
      Store store, Optional<SyncName> sync, Optional<String> workspace) {
    return runs(store, new RunFilter(sync, workspace));
  }

  private static List<String> runs(Store store, RunFilter filter) {
    var history = store.history();
    var found = history.runs(filter, 9);
    assertThat(
            history.runs(RunFilter.ALL, 9).stream()
                .filter(filter::includes)
                .filter(run ->
                    filter.member().isEmpty()
                        || history.changes(run.run()).stream().anyMatch(filter::includes)))
        .isEqualTo(found);
    return found.stream().map(JournaledRun::run).toList();
  }

  @ParameterizedTest
  @EnumSource
  void what_runs_of_another_target_did_to_a_member_of_that_number_is_another_members(Kind kind)
      throws SQLException {
    var store = store(kind);
    write(store, "run-1", finished("run-1"));
    write(store, "run-2", finished(SyncName.DEFAULT, "run-2", ANOTHER));
    assertThat(store.history().changes(ANOTHER, member("102"), 9))
        .singleElement()
        .extracting(JournaledChange::run)
        .isEqualTo("run-2");
  }

  @ParameterizedTest
  @EnumSource
  void a_workspace_is_known_by_what_opened_it_last(Kind kind) throws SQLException {
    var store = store(kind);
    var targets = new SqlTargets(() -> store, troubles::add);
    assertThat(targets.knows(ROSTER)).isFalse();
    assertThat(targets.behind(ROSTER, "digest-1")).isEmpty();
    targets.admit(ANOTHER, "digest-1");
    targets.admit(TARGET, "digest-1");
    targets.admit(ANOTHER, "");
    var roster = new RosterName("another");
    assertThat(targets.behind(ROSTER, "digest-1")).contains(TARGET);
    assertThat(targets.behind(roster, "digest-1")).contains(new Target(roster, TARGET.workspace()));
    assertThat(targets.behind(ROSTER, "digest-2")).isEmpty();
    assertThat(targets.behind(ROSTER, "")).isEmpty();
    assertThat(targets.knows(ROSTER)).isTrue();
    assertThat(targets.knows(roster)).isFalse();
    assertThat(targets.hasUnclaimed(ROSTER)).isFalse();
    assertThat(troubles).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_workspace_that_got_another_name_is_called_by_it_from_then_on(Kind kind)
      throws SQLException {
    var store = store(kind);
    write(store, "run-1", finished("run-1"));
    var renamed = new Target(ROSTER, new Workspace("ab12", "Renamed Union", "US"));
    new SqlTargets(() -> store, troubles::add).admit(renamed, "digest");
    assertThat(store.history().run("run-1").orElseThrow().target()).contains(renamed);
  }

  @ParameterizedTest
  @EnumSource
  void targets_that_cannot_be_kept_are_told_and_stop_nothing(Kind kind) throws SQLException {
    var store = store(kind);
    store.jdbi().useHandle(handle -> handle.execute("alter table <place>targets rename to gone"));
    store.jdbi().useHandle(handle -> handle.execute("drop table <place>accesses"));
    var targets = new SqlTargets(() -> store, troubles::add);
    targets.admit(TARGET, "digest");
    assertThat(targets.behind(ROSTER, "digest")).isEmpty();
    assertThat(targets.knows(ROSTER)).isFalse();
    assertThat(troubles)
        .hasSize(3)
        .first()
        .asString()
        .startsWith("The workspace cannot be remembered");
  }

  @ParameterizedTest
  @EnumSource
  void whom_old_runs_changed_is_forgotten_and_what_they_were_in_all_is_kept(Kind kind)
      throws SQLException {
    var store = store(kind);
    write(store, "run-1", finished("run-1"));
    store.forget(EIGHT);
    assertThat(store.history().changes("run-1")).hasSize(2);
    store.forget(EIGHT.plusMillis(1));
    assertThat(store.history().changes("run-1")).isEmpty();
    assertThat(store.history().run("run-1").orElseThrow().totals()).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void a_store_that_is_opened_again_remembers(Kind kind) throws SQLException {
    var database = TestPostgres.database();
    write(store(kind, database), "run-1", finished("run-1"));
    assertThat(store(kind, database).history().runs(RunFilter.ALL, 9)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void what_a_run_brings_back_is_noted_until_it_is_seen_to(Kind kind) throws SQLException {
    var store = store(kind);
    var revivals = new SqlRevivals(() -> store, TARGET, () -> EIGHT, troubles::add);
    revivals.note(contactId("b"), Was.ARCHIVED);
    revivals.note(contactId("b"), Was.BLOCKED);
    revivals.note(contactId("b"), Was.ARCHIVED);
    revivals.note(contactId("b"), Was.ARCHIVED);
    revivals.note(contactId("a"), Was.ARCHIVED);
    revivals.forget(contactId("a"));
    assertThat(revivals.left())
        .containsExactly(new Revivals.Left(contactId("b"), Was.BLOCKED, Optional.of(EIGHT)));
    assertThat(new SqlRevivals(() -> store, ANOTHER, () -> EIGHT, troubles::add).left()).isEmpty();
    store.jdbi().useHandle(handle -> handle.execute("drop table <place>revivals"));
    revivals.note(contactId("c"), Was.ARCHIVED);
    assertThat(troubles)
        .singleElement()
        .asString()
        .startsWith("Contacts that a run brings back cannot");
  }

  @ParameterizedTest
  @EnumSource
  void how_many_members_a_roster_had_is_known_to_the_next_run_of_its_target_alone(Kind kind)
      throws SQLException {
    var store = store(kind);
    var clock = InstantSource.fixed(EIGHT);
    var runs = new SqlPastRuns(() -> store, TARGET, clock, troubles::add, troubles::add);
    assertThat(runs.all()).isEmpty();
    var first =
        new PastRun(
            "a",
            EIGHT,
            OptionalInt.of(20_123),
            3,
            Map.of(FieldName.attribute("region"), 2),
            Map.of("offices public.positions", 232, "region \"Odd \u00fc\".regions", 0),
            false);
    var second = new PastRun("b", EIGHT, OptionalInt.empty(), 0, Map.of(), true);
    runs.remember(first);
    runs.remember(second);
    assertThat(new SqlPastRuns(() -> store, TARGET, clock, troubles::add, troubles::add).all())
        .containsExactlyInAnyOrder(first, second);
    assertThat(new SqlPastRuns(() -> store, ANOTHER, clock, troubles::add, troubles::add).all())
        .isEmpty();
    assertThat(troubles).isEmpty();
    store.jdbi().useHandle(handle -> handle.execute("drop table <place>past_runs"));
    assertThat(runs.all()).isEmpty();
    runs.remember(first);
    assertThat(troubles)
        .hasSize(2)
        .last()
        .asString()
        .contains("cannot tell whether it is too much");
  }

  @ParameterizedTest
  @EnumSource
  void what_a_killed_run_put_away_is_known_from_the_journal(Kind kind) throws SQLException {
    var store = store(kind);
    store
        .jdbi()
        .useHandle(handle -> {
          for (var command : List.of("sync", "undo")) {
            handle.execute(
                "insert into <place>runs(run, sync, target, command, settings, started)"
                    + " values (?, 'default', ?, ?, '', ?)",
                command,
                TARGET.key(),
                command,
                EIGHT.toEpochMilli());
            change(handle, command, "101", "updated", "a b");
            change(handle, command, "102", "departed", "");
            change(handle, command, "103", "updated", "");
          }
        });
    var runs =
        new SqlPastRuns(
            () -> store, TARGET, InstantSource.fixed(EIGHT), troubles::add, troubles::add);
    assertThat(Past.of(runs.all(), EIGHT).putAway()).isEqualTo(3);
    runs.remember(new PastRun("sync", EIGHT, OptionalInt.of(9), 1, Map.of(), false));
    assertThat(Past.of(runs.all(), EIGHT).putAway()).isEqualTo(1);
  }

  private static void change(
      Handle handle, String run, String member, String outcome, String archived) {
    handle.execute(
        "insert into <place>changes(run, member, kind, email, outcome, archived)"
            + " values (?, ?, 'update', '', ?, ?)",
        run,
        member,
        outcome,
        archived);
  }

  @ParameterizedTest
  @EnumSource
  void only_the_last_runs_are_kept(Kind kind) throws SQLException {
    var store = store(kind);
    var runs =
        new SqlPastRuns(
            () -> store, TARGET, InstantSource.fixed(EIGHT), troubles::add, troubles::add);
    for (int day = 200; day > 0; day--) {
      runs.remember(
          new PastRun(
              "r" + day,
              EIGHT.minus(Duration.ofDays(day)),
              OptionalInt.of(day),
              0,
              Map.of(),
              false));
    }
    assertThat(runs.all()).hasSizeBetween(14, 70);
    assertThat(runs.all()).extracting(PastRun::run).contains("r1", "r14").doesNotContain("r200");
  }

  @Test
  void that_nobody_can_tell_whether_a_roster_has_shrunk_is_said_of_a_store_that_is_not_there() {
    var unread = new ArrayList<String>();
    StoreAccess nowhere =
        () -> {
          throw new StoreTrouble("The store x cannot be opened: there is none");
        };
    var runs =
        new SqlPastRuns(nowhere, TARGET, InstantSource.fixed(EIGHT), troubles::add, unread::add);
    assertThat(runs.all()).isEmpty();
    runs.remember(new PastRun("a", EIGHT, OptionalInt.of(1), 0, Map.of(), false));
    assertThat(unread)
        .containsExactly(
            "Whether the roster has shrunk since the last runs, and what they archived, cannot be told: The store x cannot be opened: there is none");
    assertThat(troubles)
        .singleElement()
        .asString()
        .startsWith("How many members the roster has and what was archived cannot be kept");
  }

  @ParameterizedTest
  @EnumSource
  void what_intercom_refused_is_known_to_the_next_run_by_its_last_digest(Kind kind)
      throws SQLException {
    var store = store(kind);
    var refused = refusedFields(store, EIGHT);
    assertThat(refused.of(member("101"))).isEmpty();
    refused.remember(List.of(refusal("101", "+12025550123"), refusal("102", "+12025550123")));
    refused.remember(List.of(refusal("101", "+12025550124")));
    refused.remember(List.of());
    var known = Map.of(FieldName.PHONE, refusal("101", "+12025550124"));
    assertThat(refused.of(member("101"))).isEqualTo(known);
    assertThat(refusedFields(store, EIGHT).of(member("101"))).isEqualTo(known);
    assertThat(refusedFields(store, EIGHT).of(member("103"))).isEmpty();
    assertThat(
            new SqlRefusedFields(() -> store, ANOTHER, () -> EIGHT, troubles::add)
                .of(member("101")))
        .isEmpty();
    assertThat(troubles).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void what_intercom_refused_long_ago_is_tried_once_more(Kind kind) throws SQLException {
    var store = store(kind);
    refusedFields(store, EIGHT).remember(List.of(refusal("101", "+12025550123")));
    refusedFields(store, EIGHT.plusMillis(1)).remember(List.of(refusal("102", "+12025550124")));
    store.forget(EIGHT.plusMillis(1));
    assertThat(refusedFields(store, EIGHT).of(member("101"))).isEmpty();
    assertThat(refusedFields(store, EIGHT).of(member("102"))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void a_refused_merge_is_known_to_the_next_run_of_the_target_until_it_is_forgotten(Kind kind)
      throws SQLException {
    var store = store(kind);
    var merge = new RefusedMerge(member("101"), new ContactId("lead 1"), new ContactId("kept"));
    var refused = refusedFields(store, EIGHT);
    assertThat(refused.merges(member("101"))).isEmpty();
    refused.remember(List.of(refusal("101", "+12025550123")));
    refused.rememberMerges(List.of(merge));
    refused.rememberMerges(List.of());
    assertThat(refused.merges(member("101"))).containsExactly(merge);
    assertThat(refusedFields(store, EIGHT).merges(member("101"))).containsExactly(merge);
    assertThat(refusedFields(store, EIGHT).merges(member("102"))).isEmpty();
    assertThat(refused.of(member("101"))).containsOnlyKeys(FieldName.PHONE);
    assertThat(
            new SqlRefusedFields(() -> store, ANOTHER, () -> EIGHT, troubles::add)
                .merges(member("101")))
        .isEmpty();
    store.forget(EIGHT.plusMillis(1));
    assertThat(refusedFields(store, EIGHT).merges(member("101"))).isEmpty();
    assertThat(troubles).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void how_it_ended_with_a_member_is_known_for_a_week(Kind kind) throws SQLException {
    var store = store(kind);
    var clash = ending("101", KnownEndings.Kind.CLASH, Optional.of(contactId("b")), EIGHT);
    var person = ending("102", KnownEndings.Kind.PERSON, Optional.empty(), EIGHT.plusMillis(1));
    var first = endings(store, TARGET, EIGHT);
    assertThat(first.isEmpty()).isTrue();
    first.remember(List.of(ending("101", KnownEndings.Kind.PERSON, Optional.empty(), EIGHT)));
    first.remember(List.of(clash, person));
    assertThat(first.of(member("101"))).contains(clash);
    assertThat(endings(store, ANOTHER, EIGHT).isEmpty()).isTrue();
    var later = endings(store, TARGET, EIGHT.plus(KnownEndings.WHILE));
    assertThat(later.of(member("101"))).isEmpty();
    assertThat(later.of(member("102"))).contains(person);
    later.remember(List.of(ending("103", KnownEndings.Kind.CLASH, Optional.empty(), EIGHT)));
    assertThat(endings(store, TARGET, EIGHT).of(member("101"))).isEmpty();
    assertThat(troubles).isEmpty();
  }

  private KnownEndings endings(Store store, Target target, Instant now) {
    return new SqlKnownEndings(() -> store, target, () -> now, troubles::add);
  }

  private static KnownEndings.Ending ending(
      String number, KnownEndings.Kind kind, Optional<ContactId> contact, Instant since) {
    return new KnownEndings.Ending(
        member(number), new FieldDigest("0f"), kind, "It is somebody's.", contact, since);
  }

  @ParameterizedTest
  @EnumSource
  void how_contacts_were_made_is_known_to_the_next_run_of_the_target_alone(Kind kind)
      throws SQLException {
    var store = store(kind);
    var mapping = new SqlKnownMapping(() -> store, TARGET, troubles::add);
    assertThat(mapping.ofLastGoodRun()).isEqualTo(MappingDigest.UNKNOWN);
    var first = mapping("1", "a");
    mapping.remember(first);
    mapping.remember(first);
    var second = mapping("2", "b");
    mapping.accept(second);
    var another = new SqlKnownMapping(() -> store, ANOTHER, troubles::add);
    assertThat(another.ofLastGoodRun()).isEqualTo(MappingDigest.UNKNOWN);
    var next = new SqlKnownMapping(() -> store, TARGET, troubles::add);
    assertThat(next.ofLastGoodRun()).isEqualTo(first);
    assertThat(next.accepted()).isEqualTo(second);
    next.remember(second);
    assertThat(mapping.ofLastGoodRun()).isEqualTo(second);
    assertThat(mapping.accepted()).isEqualTo(MappingDigest.UNKNOWN);
    assertThat(troubles).isEmpty();
  }

  private static MappingDigest mapping(String region, String field) {
    return new MappingDigest(
        new TreeMap<>(Map.of(REGION, region, FieldName.attribute(field), "0")));
  }

  @ParameterizedTest
  @EnumSource
  void what_runs_of_the_target_wrote_is_told_from_the_latest(Kind kind) throws SQLException {
    var store = store(kind);
    wrote(store, "run-1", TARGET, EIGHT, new Result.Updated());
    wrote(store, "run-2", TARGET, EIGHT.plusSeconds(60), new Result.Updated());
    wrote(store, "run-3", TARGET, EIGHT.plusSeconds(120), new Result.Created());
    wrote(store, "run-4", ANOTHER, EIGHT.plusSeconds(180), new Result.Updated());
    assertThat(told(store, Set.of(member("102")), EIGHT))
        .containsExactly("102 60 a \"b\" → ü", "102 0 a \"b\" → ü");
    assertThat(told(store, Set.of(member("102")), EIGHT.plusMillis(1)))
        .containsExactly("102 60 a \"b\" → ü");
    assertThat(told(store, Set.of(member("101")), EIGHT)).isEmpty();
    var many =
        IntStream.range(0, 1_000)
            .mapToObj(number -> member(String.valueOf(number)))
            .collect(Collectors.toSet());
    assertThat(told(store, many, EIGHT)).hasSize(2);
    many.remove(member("102"));
    assertThat(told(store, many, EIGHT)).isEmpty();
    assertThat(troubles).isEmpty();
    store.jdbi().useHandle(handle -> handle.execute("alter table <place>changes rename to gone"));
    assertThat(told(store, many, EIGHT)).isEmpty();
    assertThat(troubles)
        .singleElement()
        .asString()
        .startsWith("What earlier runs wrote cannot be read");
  }

  private void wrote(Store store, String run, Target target, Instant when, Result result) {
    var journal =
        new SqlJournal(
            () -> store,
            new SqlJournal.Heading(SyncName.DEFAULT, "sync", "digest", Optional.empty()),
            () -> when,
            troubles::add);
    journal.accept(new RunEvent.Started(run, Basis.INTERCOM));
    journal.accept(new RunEvent.Admitted(target));
    journal.accept(new RunEvent.Settled(outcome(BOB, "b", result), 1, 1));
    journal.close();
  }

  private List<String> told(Store store, Set<MemberId> members, Instant since) {
    var told = new ArrayList<String>();
    new SqlWrittenBefore(() -> store, TARGET, troubles::add)
        .tell(
            members,
            since,
            (member, fields, when) ->
                told.add(
                    "%s %d %s"
                        .formatted(
                            member,
                            Duration.between(EIGHT, when).toSeconds(),
                            fields.getFirst().before())));
    return told;
  }

  @ParameterizedTest
  @EnumSource
  void when_something_was_remembered_is_known(Kind kind) throws SQLException {
    var store = store(kind);
    var refused = refusedFields(store, EIGHT);
    assertThat(refused.remembered(member("101"), FieldName.PHONE)).isEmpty();
    refused.remember(List.of(refusal("101", "+12025550123")));
    assertThat(
            refusedFields(store, EIGHT.plusSeconds(9)).remembered(member("101"), FieldName.PHONE))
        .contains(EIGHT);
    assertThat(refused.remembered(member("101"), REGION)).isEmpty();
    assertThat(refused.remembered(member("102"), FieldName.PHONE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void what_intercom_did_not_keep_is_known_for_a_week(Kind kind) throws SQLException {
    var store = store(kind);
    var digest = FieldDigest.of(member("101"), REGION, new Value.Text("GL"));
    var refusal = new Refusal(member("101"), REGION, digest, RefusedFields.Kind.NOT_KEPT);
    refusedFields(store, EIGHT).remember(List.of(refusal));
    var week = Duration.ofDays(7);
    assertThat(refusedFields(store, EIGHT.plus(week).minusMillis(1)).of(member("101")))
        .isEqualTo(Map.of(REGION, refusal));
    assertThat(refusedFields(store, EIGHT.plus(week)).of(member("101"))).isEmpty();
    assertThat(troubles).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void refusals_that_cannot_be_kept_are_told_and_stop_nothing(Kind kind) throws SQLException {
    var store = store(kind);
    store.jdbi().useHandle(handle -> handle.execute("drop table <place>refusals"));
    var refused = refusedFields(store, EIGHT);
    refused.remember(List.of(refusal("101", "+12025550123")));
    assertThat(refused.of(member("101"))).isEmpty();
    assertThat(troubles).hasSize(2).first().asString().contains("the next run sends them again");
  }

  @ParameterizedTest
  @EnumSource
  void how_contacts_were_left_is_known_until_they_are_left_otherwise(Kind kind)
      throws SQLException {
    var store = store(kind);
    var index = new SqlLastWritten(() -> store, TARGET, troubles::add);
    assertThat(index.contacts()).isEmpty();
    index.remember(
        IntStream.range(0, 12_000)
            .mapToObj(number -> left(String.valueOf(number), new Fingerprint(number))));
    index.remember(
        Stream.of(
            left("7", new Fingerprint(-7)),
            left("8", Fingerprint.UNKNOWN),
            new LastWritten.Entry(member("9"), Optional.empty())));
    var known = new SqlLastWritten(() -> store, TARGET, troubles::add).contacts();
    assertThat(known)
        .hasSize(11_999)
        .containsEntry(member("6"), new Fingerprint(6))
        .containsEntry(member("7"), new Fingerprint(-7))
        .containsEntry(member("8"), Fingerprint.UNKNOWN)
        .doesNotContainKey(member("9"));
    assertThat(new SqlLastWritten(() -> store, ANOTHER, troubles::add).contacts()).isEmpty();
    assertThat(troubles).isEmpty();
  }

  private static LastWritten.Entry left(String member, Fingerprint fingerprint) {
    return new LastWritten.Entry(member(member), Optional.of(fingerprint));
  }

  private SqlRefusedFields refusedFields(Store store, Instant now) {
    return new SqlRefusedFields(() -> store, TARGET, () -> now, troubles::add);
  }

  private static Refusal refusal(String number, String phone) {
    var id = member(number);
    var digest = FieldDigest.of(id, FieldName.PHONE, new Value.Text(phone));
    return new Refusal(id, FieldName.PHONE, digest, RefusedFields.Kind.REFUSED);
  }

  @Test
  void the_files_of_the_store_are_their_owners_alone() throws SQLException, IOException {
    store(Kind.SQLITE);
    assertThat(Files.getPosixFilePermissions(folder.resolve("kept")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void a_store_that_cannot_be_opened_says_why() throws IOException {
    Files.writeString(folder.resolve("rollcall.db"), "this is no database, ".repeat(99));
    assertThatThrownBy(() -> Store.in(folder))
        .isInstanceOf(StoreTrouble.class)
        .hasMessageContaining("rollcall.db cannot be opened: ")
        .hasMessageContaining("not a database");
  }

  @Test
  void a_journal_that_cannot_be_written_is_told_once_and_breaks_nothing() throws SQLException {
    var store = store(Kind.SQLITE);
    store.jdbi().useHandle(handle -> handle.execute("drop table changes"));
    var journal =
        new SqlJournal(
            () -> store,
            new SqlJournal.Heading(SyncName.DEFAULT, "sync", "digest", Optional.empty()),
            () -> EIGHT,
            troubles::add);
    journal.accept(new RunEvent.Started("run-1", Basis.INTERCOM));
    journal.accept(new RunEvent.Intended(List.of(CREATE)));
    journal.close();
    journal.accept(new RunEvent.Intended(List.of(UPDATE)));
    journal.close();
    assertThat(troubles)
        .singleElement()
        .asString()
        .startsWith("The journal cannot be written; the run goes on")
        .contains("changes");
  }

  @ParameterizedTest
  @EnumSource
  void whom_a_run_brings_back_is_kept_with_its_plan(Kind kind) throws SQLException {
    var store = store(kind);
    var archived = new Change.Revive(ANN, hidden("a", "101", "archived"));
    var blocked = new Change.Revive(BOB, hidden("b", "102", "blocked"));
    var journal =
        new SqlJournal(
            () -> store,
            new SqlJournal.Heading(SyncName.DEFAULT, "sync", "digest", Optional.empty()),
            () -> EIGHT,
            troubles::add);
    journal.accept(new RunEvent.Started("run-1", Basis.INTERCOM));
    journal.accept(new RunEvent.Admitted(TARGET));
    journal.accept(new RunEvent.Planned(new Plan(List.of(archived, blocked), List.of())));
    journal.accept(new RunEvent.Intended(List.of(archived, blocked)));

    assertThat(troubles).isEmpty();
    assertThat(store.history().run("run-1").orElseThrow().plan())
        .contains(new Counts(0, 0, 0, 0, 0, 0, 1, 1));
    assertThat(store.history().changes("run-1"))
        .extracting(JournaledChange::kind, change -> change.contact().orElseThrow().value())
        .containsExactly(tuple(PlannedKind.REVIVE, "a"), tuple(PlannedKind.REVIVE, "b"));
    assertThat(store.history().changes("run-1").getFirst().deeds().orElseThrow())
        .containsExactly(DeedRecord.ahead(new PastDeed.Unarchive(contactId("a"))));
  }

  @ParameterizedTest
  @EnumSource
  void what_a_run_noticed_is_kept_and_known_to_the_next_run_of_its_target(Kind kind)
      throws SQLException {
    var store = store(kind);
    var skip = new Result.Skipped("There is no e-mail for 101.");
    var notice = new Notice.SharedEmail("home@example.org", List.of(member("101"), member("102")));
    assertThat(lastNotices(store, TARGET)).isEmpty();
    write(store, "run-1", finished("run-1"), notice, Outcome.of(ANN, skip));
    var noticed = store.history().notices("run-1");
    assertThat(noticed)
        .containsExactly(
            NoticeRecord.of(notice),
            NoticeRecord.of(NoticeRecord.SKIP, ANN.member(), "", "There is no e-mail for 101."));
    assertThat(lastNotices(store, TARGET))
        .containsExactlyInAnyOrderElementsOf(noticed.stream().map(NoticeRecord::shown).toList());
    assertThat(lastNotices(store, ANOTHER)).isEmpty();
    for (int run = 2; run <= 22; run++) {
      write(store, "run-" + run, finished("run-" + run));
    }
    store.forget(Instant.EPOCH);
    assertThat(store.history().notices("run-1")).isEmpty();
    assertThat(lastNotices(store, TARGET)).isEmpty();
  }

  private TextSet lastNotices(Store store, Target target) {
    return new SqlLastNotices(() -> store, target, troubles::add).sentences();
  }

  private void write(Store store, String run, Report report, Notice notice, Outcome outcome) {
    var journal =
        new SqlJournal(
            () -> store,
            new SqlJournal.Heading(report.sync(), "sync", "digest", Optional.of(STARTER)),
            report::started,
            troubles::add);
    journal.accept(new RunEvent.Started(run, Basis.INTERCOM));
    report.target().ifPresent(target -> journal.accept(new RunEvent.Admitted(target)));
    journal.accept(new RunEvent.Noticed(notice));
    journal.accept(new RunEvent.Settled(outcome, 1, 1));
    journal.accept(new RunEvent.Finished(report));
    journal.close();
  }

  private void write(Store store, String run, Report report) {
    var journal =
        new SqlJournal(
            () -> store,
            new SqlJournal.Heading(report.sync(), "sync", "digest", Optional.of(STARTER)),
            report::started,
            troubles::add);
    journal.accept(new RunEvent.Started(run, Basis.INTERCOM));
    report.target().ifPresent(target -> journal.accept(new RunEvent.Admitted(target)));
    journal.accept(new RunEvent.Planned(new Plan(List.of(CREATE, UPDATE), List.of())));
    journal.accept(new RunEvent.Intended(List.of(CREATE)));
    journal.accept(new RunEvent.Intended(List.of(UPDATE)));
    journal.accept(new RunEvent.Settled(outcome(ANN, "a", new Result.Created()), 1, 3));
    var failed = new Result.Failed("no; it's refused", false, Optional.empty());
    journal.accept(new RunEvent.Done(BOB.member(), DEEDS.subList(0, 1), true));
    journal.accept(new RunEvent.Done(BOB.member(), DEEDS, false));
    journal.accept(new RunEvent.Settled(outcome(BOB, "b2", failed), 2, 3));
    var same = wanted("103", "same@example.org");
    journal.accept(
        new RunEvent.Settled(Outcome.of(same.member(), "", "", new Result.Unchanged()), 3, 3));
    journal.accept(new RunEvent.Finished(report));
    journal.close();
  }

  private static Outcome outcome(Wanted wanted, String contact, Result result) {
    return Outcome.of(wanted.member(), wanted.emailKey(), "Somebody", result)
        .on(contactId(contact))
        .writing(List.of(new Difference(REGION, "a \"b\" → ü", "")))
        .after(Trail.NONE.spending(Remedy.INSPECT).spending(Remedy.FIND_BY_EMAIL))
        .puttingAway(List.of(user("old", "", "")))
        .lastAsked("request-7");
  }

  private static Report finished(String run) {
    return finished(SyncName.DEFAULT, run, TARGET);
  }

  private static Report finished(Report.Status status, String run) {
    return finished(SyncName.DEFAULT, run, TARGET, status);
  }

  private static Report finished(SyncName sync, String run, Target target) {
    return finished(sync, run, target, Report.Status.PARTIAL);
  }

  private static Report finished(SyncName sync, String run, Target target, Report.Status status) {
    var started = EIGHT.plusSeconds(Integer.parseInt(run.substring(4)) - 1);
    return new Report(
        sync,
        run,
        Optional.of(target),
        status,
        started,
        started.plusSeconds(60),
        Basis.INTERCOM,
        new Totals(4, 1, 0, 2, 0, 1, 1, 0),
        new Report.Requests(17, 3),
        List.of(),
        Optional.empty());
  }

  private Store store(Kind kind) throws SQLException {
    return store(kind, TestPostgres.database());
  }

  private Store store(Kind kind, TestPostgres.Database database) {
    return switch (kind) {
      case SQLITE -> Store.in(folder.resolve("kept"));
      case POSTGRES -> Store.in(PostgresUrl.of(database.url()).dataSource(), "a test's database");
    };
  }
}
