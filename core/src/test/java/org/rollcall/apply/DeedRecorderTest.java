package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.put;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.wanted;
import static org.rollcall.support.People.with;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.Deed;
import org.rollcall.plan.DeedRecord;
import org.rollcall.plan.DeedRecord.Landing;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Match;
import org.rollcall.plan.PastDeed;
import org.rollcall.plan.PlannedDeeds;

class DeedRecorderTest {
  private static final Wanted ANN = wanted("101", "ann@example.org");
  private static final ContactId ID = contactId("own");
  private static final Contact OLD = with(right("own", ANN), REGION, new Value.Text("NGL"));
  private static final Contact OLDER = user("older", "", "ann@example.org");
  private static final Change UPDATE =
      new Change.Update(
          ANN, OLD, Match.EXTERNAL_ID, Diff.between(ANN, OLD.profile()), List.of(OLDER));
  private static final Request.Update TO_GL =
      new Request.Update(ID, new TreeMap<>(Map.of(REGION, put("GL"))));

  private final Queue<Reply> replies = new ArrayDeque<>();
  private final List<List<DeedRecord>> ahead = new ArrayList<>();

  @Test
  void a_planned_write_is_told_by_the_plan_and_a_later_one_before_it_is_sent() throws Exception {
    var recorder = recorder(UPDATE);
    send(recorder, TO_GL, new Reply.Accepted(right("own", ANN)));
    assertThat(ahead).isEmpty();
    var gone = new Request.Update(ID, new TreeMap<>(Map.of(REGION, put("SO"))));
    send(recorder, gone, new Reply.Accepted(with(right("own", ANN), REGION, new Value.Text("SO"))));
    assertThat(ahead)
        .containsExactly(List.of(landed(write("NGL", "GL")), DeedRecord.ahead(write("GL", "SO"))));
    assertThat(recorder.deeds())
        .containsExactly(landed(write("NGL", "GL")), landed(write("GL", "SO")));
  }

  @Test
  void what_the_plan_said_is_told_again_once_something_else_was_told() throws Exception {
    var recorder = recorder(UPDATE);
    var other = new Request.Update(ID, new TreeMap<>(Map.of(REGION, put("SO"))));
    send(recorder, other, new Reply.Missing("gone"));
    send(recorder, new Request.Archive(OLDER.id()), new Reply.Accepted(OLDER));
    assertThat(ahead.getLast())
        .last()
        .isEqualTo(DeedRecord.ahead(new PastDeed.Archive(OLDER.id())));
    assertThat(ahead).hasSize(2);
  }

  @Test
  void an_answer_says_whether_a_deed_landed() throws Exception {
    var recorder = recorder(UPDATE);
    send(recorder, TO_GL, new Reply.Missing("gone"));
    send(recorder, TO_GL, new Reply.AnswerLost("reset"));
    assertThat(recorder.deeds())
        .extracting(DeedRecord::landing)
        .containsExactly(Landing.REFUSED, Landing.UNKNOWN);
  }

  @Test
  void what_was_never_sent_leaves_no_record() {
    var recorder =
        new DeedRecorder(
            _ -> {
              throw new Unsent("stopped");
            },
            DeedLog.none(),
            UPDATE,
            PlannedDeeds.of(UPDATE),
            List.of());
    assertThatThrownBy(() -> recorder.send(TO_GL)).isInstanceOf(Unsent.class);
    assertThat(recorder.deeds()).isEmpty();
  }

  @Test
  void each_kind_of_write_is_a_deed_and_no_reading_is() throws Exception {
    var recorder = recorder(UPDATE);
    var archived = user("older", "x-9", "ann@example.org");
    send(recorder, new Request.Archive(OLDER.id()), new Reply.Accepted(OLDER));
    send(recorder, new Request.Unarchive(OLDER.id()), new Reply.Accepted(archived));
    send(recorder, new Request.Block(ID), new Reply.Accepted(OLD));
    send(recorder, new Request.Unblock(ID), new Reply.Accepted(OLD));
    send(recorder, new Request.Merge(OLDER.id(), ID), new Reply.Accepted(OLD));
    send(recorder, new Request.Inspect(ID), new Reply.Found(OLD));
    send(recorder, new Request.FindByExternalId("101"), new Reply.Matches(List.of(OLD)));
    send(recorder, new Request.FindByEmail("x"), new Reply.Matches(List.of()));
    assertThat(recorder.deeds())
        .containsExactly(
            landed(new PastDeed.Archive(OLDER.id())),
            landed(new PastDeed.Unarchive(OLDER.id(), Optional.of("x-9"))),
            landed(new PastDeed.Block(ID)),
            landed(new PastDeed.Unblock(ID)),
            landed(new PastDeed.Merge(OLDER.id(), ID)));
    assertThat(ahead).hasSize(4);
  }

  @Test
  void a_create_is_known_by_its_contact_once_it_is_made() throws Exception {
    var create = new Change.Create(ANN, Diff.ofNew(ANN));
    var recorder = recorder(create);
    var made = right("new", ANN);
    var answer = send(recorder, new Request.Create(ANN.fields()), new Reply.Accepted(made));
    assertThat(answer.reply()).isEqualTo(new Reply.Accepted(made));
    assertThat(ahead).isEmpty();
    assertThat(recorder.deeds())
        .containsExactly(
            landed(new PastDeed.Create(Optional.of(contactId("new")), Diff.ofNew(ANN))));
    var more = new Request.Update(contactId("new"), new TreeMap<>(Map.of(REGION, put("SO"))));
    send(recorder, more, new Reply.Accepted(made));
    assertThat(recorder.deeds().getLast().deed())
        .isEqualTo(
            new PastDeed.Write(contactId("new"), List.of(new Difference(REGION, "GL", "SO"))));
  }

  @Test
  void what_a_contact_held_is_taken_from_where_it_was_read_last() throws Exception {
    var recorder = recorder(UPDATE);
    var read = with(OLD, REGION, new Value.Text("XX"));
    send(recorder, new Request.FindByEmail("x"), new Reply.Matches(List.of(read)));
    send(recorder, TO_GL, new Reply.Missing("gone"));
    send(recorder, new Request.Inspect(ID), new Reply.Found(read));
    send(recorder, TO_GL, new Reply.Missing("gone"));
    assertThat(recorder.deeds())
        .extracting(DeedRecord::deed)
        .containsExactly(write("NGL", "GL"), write("XX", "GL"));
  }

  @Test
  void a_contact_that_only_a_search_showed_is_known_by_it() throws Exception {
    var recorder = recorder(new Change.Create(ANN, Diff.ofNew(ANN)));
    send(recorder, new Request.FindByEmail("x"), new Reply.Matches(List.of(OLD)));
    send(recorder, TO_GL, new Reply.Missing("gone"));
    assertThat(recorder.deeds().getFirst().deed()).isEqualTo(write("NGL", "GL"));
  }

  @Test
  void an_undo_knows_itself_what_was_there() throws Exception {
    var deed = new Deed.Write(ID, ANN, List.of(new Difference(REGION, "GL", "NGL")));
    var restore = new Change.Restore(member("101"), "", ID, List.of(deed), List.of(), List.of());
    var recorder = recorder(restore);
    var back = new Request.Update(ID, new TreeMap<>(Map.of(REGION, put("NGL"))));
    send(recorder, back, new Reply.Accepted(OLD));
    assertThat(recorder.deeds()).containsExactly(landed(write("GL", "NGL")));
    assertThat(ahead).isEmpty();
  }

  @Test
  void a_leavers_contact_and_one_beside_a_right_one_are_known_from_the_list() throws Exception {
    var depart = recorder(new Change.Depart(member("101"), OLD, new Deed.Archive(ID)));
    send(depart, TO_GL, new Reply.Missing("gone"));
    assertThat(depart.deeds().getFirst().deed()).isEqualTo(write("NGL", "GL"));
    var same = recorder(new Change.Unchanged(ANN, OLD, List.of(OLDER)));
    send(same, TO_GL, new Reply.Missing("gone"));
    assertThat(same.deeds().getFirst().deed()).isEqualTo(write("NGL", "GL"));
  }

  @Test
  void an_earlier_try_stays_on_record() throws Exception {
    var before = landed(new PastDeed.Block(ID));
    var recorder = new DeedRecorder(this::answer, log(), UPDATE, List.of(), List.of(before));
    send(recorder, TO_GL, new Reply.Accepted(right("own", ANN)));
    assertThat(recorder.deeds()).containsExactly(before, landed(write("NGL", "GL")));
    assertThat(ahead).containsExactly(List.of(before, DeedRecord.ahead(write("NGL", "GL"))));
  }

  private static PastDeed write(String before, String after) {
    return new PastDeed.Write(ID, List.of(new Difference(REGION, before, after)));
  }

  private static DeedRecord landed(PastDeed deed) {
    return new DeedRecord(deed, Landing.LANDED);
  }

  private Answer send(DeedRecorder recorder, Request request, Reply... answers) throws Exception {
    replies.addAll(Arrays.asList(answers));
    return recorder.send(request);
  }

  private Answer answer(Request request) {
    return Answer.of(replies.remove());
  }

  private DeedRecorder recorder(Change change) {
    return new DeedRecorder(this::answer, log(), change, PlannedDeeds.of(change), List.of());
  }

  private DeedLog log() {
    return new DeedLog() {
      @Override
      public void begin(List<Change> changes) {}

      @Override
      public void about(MemberId member, List<DeedRecord> deeds) {
        ahead.add(deeds);
      }

      @Override
      public void done(MemberId member, List<DeedRecord> deeds) {}
    };
  }
}
