package org.rollcall.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.wanted;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.apply.Remedy;
import org.rollcall.apply.Result;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.Deed;
import org.rollcall.plan.Match;
import org.rollcall.run.Report;

/// The words are in stores and in other people's programs: none may change.
class JournaledWordsTest {
  private static final Wanted ANN = wanted("101", "ann@example.org");

  @Test
  void each_change_is_planned_under_a_word() {
    var contact = user("a", "101", "");
    var changes =
        Stream.of(
            new Change.Create(ANN, List.of()),
            new Change.Update(ANN, contact, Match.EXTERNAL_ID, List.of(), List.of()),
            new Change.Unchanged(ANN, contact, List.of()),
            new Change.Depart(member("101"), contact, new Deed.Archive(contactId("a"))),
            new Change.Restore(member("101"), "", contactId("a"), List.of(), List.of(), List.of()),
            new Change.Skip(member("101"), "", "No address."));
    assertThat(changes.map(PlannedKind::of).map(PlannedKind::word))
        .containsExactly("create", "update", "archive", "depart", "restore", "skip");
  }

  @Test
  void each_result_is_settled_under_a_word() {
    var results =
        Stream.of(
            new Result.Created(),
            new Result.Updated(),
            new Result.Unchanged(),
            new Result.Skipped(""),
            new Result.Departed(),
            new Result.Failed("", false, Optional.empty()),
            new Result.IdentityClash(""),
            new Result.NeedsPerson(""));
    assertThat(results.map(SettledAs::of).map(SettledAs::word))
        .containsExactly(
            "created", "updated", "unchanged", "skipped", "departed", "failed", "failed", "failed");
  }

  @ParameterizedTest
  @EnumSource
  void each_run_ends_under_the_word_of_its_report(Report.Status status) {
    assertThat(EndedAs.of(status).name()).isEqualTo(status.name());
  }

  @Test
  void each_remedy_has_a_word() {
    assertThat(Remedy.values())
        .extracting(Remedy::word)
        .containsExactly(
            "inspect",
            "find_by_external_id",
            "find_by_email",
            "unarchive",
            "unblock",
            "rearchive",
            "archive_duplicate",
            "put_aside",
            "follow_merge",
            "without_field",
            "check_landed",
            "confirm",
            "write_rest",
            "hand_back",
            "create_anew");
  }

  @Test
  void every_word_means_what_it_was_written_for() {
    assertThat(PlannedKind.values())
        .allSatisfy(each -> assertThat(PlannedKind.meaning(each.word())).isEqualTo(each));
    assertThat(SettledAs.values())
        .allSatisfy(each -> assertThat(SettledAs.meaning(each.word())).isEqualTo(each));
    assertThat(EndedAs.values())
        .allSatisfy(each -> assertThat(EndedAs.meaning(each.word())).isEqualTo(each));
    assertThat(Remedy.values())
        .allSatisfy(each -> assertThat(Remedy.meaning(each.word())).contains(each));
  }

  @Test
  void a_word_that_nobody_here_knows_is_unknown() {
    assertThat(PlannedKind.meaning("freeze")).isEqualTo(PlannedKind.UNKNOWN);
    assertThat(SettledAs.meaning("Created")).isEqualTo(SettledAs.UNKNOWN);
    assertThat(EndedAs.meaning("")).isEqualTo(EndedAs.UNKNOWN);
    assertThat(Remedy.meaning("thaw")).isEmpty();
  }
}
