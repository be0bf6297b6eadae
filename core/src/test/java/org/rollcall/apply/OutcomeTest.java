package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.wanted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Difference;

class OutcomeTest {
  private static final Wanted ANN = wanted("101", "ann@example.org");
  private static final Difference CHANGED = new Difference(REGION, "", "GL");
  private static final Outcome BARE = Outcome.of(ANN, new Result.Unchanged());

  @Test
  void an_outcome_begins_with_who_and_what_and_nothing_else() {
    assertThat(BARE)
        .isEqualTo(
            new Outcome(
                member("101"),
                "ann@example.org",
                ANN.shown(FieldName.NAME),
                new Result.Unchanged(),
                Optional.empty(),
                List.of(),
                Trail.NONE,
                List.of(),
                ""));
  }

  @Test
  void what_is_added_is_the_only_thing_that_changes() {
    var trail = Trail.NONE.spending(Remedy.INSPECT);
    var older = user("old", "", "");
    assertThat(
            BARE.endingAs(new Result.Updated())
                .on(contactId("a"))
                .writing(List.of(CHANGED))
                .after(trail)
                .puttingAway(List.of(older))
                .lastAsked("request-7"))
        .isEqualTo(
            new Outcome(
                member("101"),
                "ann@example.org",
                ANN.shown(FieldName.NAME),
                new Result.Updated(),
                Optional.of(contactId("a")),
                List.of(CHANGED),
                trail,
                List.of(older),
                "request-7"));
    assertThat(BARE.puttingAway(List.of(older)).duplicatesArchived()).isEqualTo(1);
  }

  @Test
  void whoever_gets_no_contact_is_skipped_with_the_reason() {
    var skip = new Change.Skip(member("102"), "bob@", "That is no address.");
    assertThat(Outcome.skipped(skip))
        .isEqualTo(
            Outcome.of(member("102"), "bob@", "", new Result.Skipped("That is no address.")));
  }

  @Test
  void whoever_is_prepared_is_told_with_all_fields_and_the_warnings_of_the_mapping() {
    var warned = new Wanted(ANN.member(), ANN.fields(), List.of("The phone is left alone."));
    var prepared = Outcome.prepared(warned, new Result.Created());
    assertThat(prepared.result()).isEqualTo(new Result.Created());
    assertThat(prepared.differences()).isEqualTo(Diff.ofNew(ANN)).isNotEmpty();
    assertThat(prepared.warnings()).containsExactly("The phone is left alone.");
    assertThat(prepared.contact()).isEmpty();
  }

  @Test
  void the_trail_tells_what_it_took() {
    var trail =
        Trail.NONE
            .spending(Remedy.FIND_BY_EMAIL)
            .spending(Remedy.WITHOUT_FIELD)
            .without(FieldName.PHONE)
            .warning(List.of("one"))
            .warning(List.of("two", "three"))
            .notKeeping(CHANGED);
    var outcome = BARE.after(trail);
    assertThat(outcome.remedies()).containsExactly(Remedy.FIND_BY_EMAIL, Remedy.WITHOUT_FIELD);
    assertThat(outcome.leftOut()).containsExactly(FieldName.PHONE);
    assertThat(outcome.warnings()).containsExactly("one", "two", "three");
    assertThat(outcome.notKept()).containsExactly(CHANGED);
    assertThat(BARE.leftOut()).isEmpty();
  }

  @Test
  void members_who_needed_nothing_share_one_trail() {
    assertThat(BARE.trail()).isSameAs(Trail.NONE);
    assertThat(Outcome.prepared(ANN, new Result.Unchanged()).trail()).isSameAs(Trail.NONE);
  }

  @Test
  void an_outcome_and_its_trail_do_not_change_with_the_lists_they_were_made_of() {
    var fields = new ArrayList<>(List.of(CHANGED));
    var outcome = BARE.writing(fields);
    fields.clear();
    assertThat(outcome.differences()).containsExactly(CHANGED);
  }
}
