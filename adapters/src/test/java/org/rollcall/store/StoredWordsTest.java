package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.member;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Remedy;
import org.rollcall.apply.Result;
import org.rollcall.apply.Trail;
import org.rollcall.model.SyncName;
import org.rollcall.review.EndedAs;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.PlannedKind;
import org.rollcall.review.RunFilter;
import org.rollcall.review.SettledAs;
import org.rollcall.run.Basis;
import org.rollcall.run.RunEvent;

/// The words that the store holds: each is read as what was written, and a word of a later version
/// spoils nothing.
@Tag("slow")
class StoredWordsTest {
  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void write() {
    store = Store.in(folder);
    var trail = new Trail(List.of(Remedy.values()), List.of(), List.of(), List.of());
    var outcome =
        Outcome.of(member("101"), "", "", new Result.Updated()).on(contactId("a")).after(trail);
    var journal =
        new Entries(new SqlJournal.Heading(SyncName.DEFAULT, "sync", "digest", Optional.empty()));
    var entries =
        Stream.of(
                new RunEvent.Started("run-1", Basis.INTERCOM), new RunEvent.Settled(outcome, 1, 1))
            .flatMap(event -> journal.of(event, Instant.EPOCH).stream())
            .toList();
    store.jdbi().useHandle(handle -> Entry.write(handle, entries));
  }

  @ParameterizedTest
  @EnumSource
  void what_was_planned_is_read_as_it_was_written(PlannedKind kind) {
    set("changes", "kind", kind.word());
    assertThat(change().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource
  void what_became_of_a_member_is_read_as_it_was_written(SettledAs ending) {
    set("changes", "outcome", ending.word());
    assertThat(change().outcome()).contains(ending);
  }

  @ParameterizedTest
  @EnumSource
  void how_a_run_ended_is_read_as_it_was_written(EndedAs ending) {
    set("runs", "status", ending.word());
    assertThat(run().status()).contains(ending);
  }

  @Test
  void what_the_journal_wrote_is_read_as_it_was_told() {
    assertThat(change().kind()).isEqualTo(PlannedKind.SKIP);
    assertThat(change().outcome()).contains(SettledAs.UPDATED);
    assertThat(change().remedies()).containsExactly(Remedy.values());
  }

  @Test
  void words_of_a_later_version_are_unknown_and_the_rest_is_read_as_ever() {
    set("runs", "status", "postponed");
    set("changes", "kind", "freeze");
    set("changes", "outcome", "frozen");
    set("changes", "remedies", "inspect thaw unarchive");
    assertThat(run().status()).contains(EndedAs.UNKNOWN);
    assertThat(change().kind()).isEqualTo(PlannedKind.UNKNOWN);
    assertThat(change().outcome()).contains(SettledAs.UNKNOWN);
    assertThat(change().remedies()).containsExactly(Remedy.INSPECT, Remedy.UNARCHIVE);
    assertThat(change().contact()).contains(contactId("a"));
  }

  private void set(String table, String column, String word) {
    store
        .jdbi()
        .useHandle(handle -> handle.execute("update " + table + " set " + column + " = ?", word));
  }

  private JournaledChange change() {
    return store.history().changes("run-1").getFirst();
  }

  private JournaledRun run() {
    return store.history().runs(RunFilter.ALL, 9).getFirst();
  }
}
