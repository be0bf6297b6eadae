package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.put;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.wanted;
import static org.rollcall.support.People.with;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Change;
import org.rollcall.plan.Deed;
import org.rollcall.plan.Diff;
import org.rollcall.run.LastWritten.Entry;

/// What is remembered of the contacts that a run leaves.
class LeavingsTest {
  private static final Wanted ANN = wanted("101", "ann@example.org");
  private static final Wanted BEN = wanted("102", "ben@example.org");
  private static final Change CREATE = new Change.Create(ANN, Diff.ofNew(ANN));
  private static final Change SAME = new Change.Unchanged(BEN, right("b", BEN), List.of());

  @Test
  void whoever_was_done_is_left_as_wanted() {
    assertThat(left(List.of(CREATE, SAME), List.of(outcome(ANN.member(), new Result.Created()))))
        .containsExactly(
            new Entry(ANN.member(), Optional.of(Fingerprint.of(ANN))),
            new Entry(BEN.member(), Optional.of(Fingerprint.of(BEN))));
  }

  @Test
  void of_whoever_was_not_done_nothing_is_said() {
    var failed = outcome(ANN.member(), new Result.Failed("no", true, Optional.empty()));
    var unreached = outcome(BEN.member(), new Result.Skipped("not reached"));
    assertThat(left(List.of(CREATE, SAME), List.of(failed, unreached))).isEmpty();
    assertThat(left(List.of(new Change.Skip(member("103"), "", "no e-mail")), List.of())).isEmpty();
  }

  @Test
  void what_was_taken_back_is_there_with_other_fields_or_gone() {
    var back = new Deed.Unarchive(contactId("old"));
    assertThat(left(List.of(restore(back)), List.of()))
        .containsExactly(new Entry(ANN.member(), Optional.of(Fingerprint.UNKNOWN)));
    assertThat(left(List.of(restore(back, new Deed.Archive(contactId("a")))), List.of()))
        .containsExactly(new Entry(ANN.member(), Optional.empty()));
  }

  @Test
  void a_fingerprint_is_of_all_that_is_written_and_of_nothing_else() {
    var name = FieldName.NAME;
    var print = Fingerprint.of(ANN);
    assertThat(print).isEqualTo(Fingerprint.of(wanted("101", "ann@example.org")));
    assertThat(print).isNotEqualTo(Fingerprint.of(with(ANN, name, put("Other"))));
    assertThat(print).isNotEqualTo(Fingerprint.of(with(ANN, name, new Wish.Clear())));
    var alone = with(ANN, name, new Wish.Leave());
    assertThat(Fingerprint.of(alone))
        .isNotEqualTo(Fingerprint.of(with(ANN, name, new Wish.Clear())))
        .isEqualTo(Fingerprint.of(with(alone, FieldName.attribute("other"), new Wish.Leave())));
  }

  private static Change restore(Deed... deeds) {
    return new Change.Restore(
        ANN.member(), "", contactId("a"), List.of(deeds), List.of(), List.of());
  }

  private static List<Entry> left(List<Change> changes, List<Outcome> outcomes) {
    return Leavings.of(changes, outcomes).toList();
  }

  private static Outcome outcome(MemberId member, Result result) {
    return Outcome.of(member, "", "", result);
  }
}
