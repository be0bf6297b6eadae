package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.put;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.with;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Policy;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Change;
import org.rollcall.plan.Deed;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Roll;

class DeedApplierTest {
  private static final Contact LEFT = user("left", "105", "left@example.org");
  private static final Contact MARKED = with(LEFT, REGION, new Value.Text("Gone"));
  private static final TreeMap<FieldName, Wish> GONE = new TreeMap<>(Map.of(REGION, put("Gone")));
  private static final Wanted WANTED = new Wanted(member("105"), GONE, List.of());
  private static final Deed MARK =
      new Deed.Write(contactId("left"), WANTED, Diff.between(WANTED, LEFT.profile()));
  private static final Deed ARCHIVE = new Deed.Archive(contactId("left"));

  private boolean listIsOld;
  private final List<Reply> replies = new ArrayList<>();
  private final List<Request> sent = new ArrayList<>();
  private final MemberApplier settling =
      new MemberApplier(
          request -> {
            sent.add(request);
            return Answer.of(replies.removeFirst());
          },
          new Recovery(
              new Roll(Set.of(member("105")), Set.of()),
              Policy.DEFAULT,
              new Beginning(Instant.EPOCH)),
          () -> listIsOld);

  @Test
  void a_leaver_is_marked_by_writing_only_what_says_so() {
    var outcome = depart(MARK, new Reply.Accepted(MARKED));
    assertThat(outcome.result()).isEqualTo(new Result.Departed());
    assertThat(outcome.differences()).containsExactly(new Difference(REGION, "", "Gone"));
    assertThat(outcome.contact()).contains(contactId("left"));
    assertThat(outcome.email()).isEqualTo("left@example.org");
    assertThat(sent).containsExactly(new Request.Update(contactId("left"), GONE));
  }

  @Test
  void a_leavers_contact_is_archived() {
    var outcome = depart(ARCHIVE, new Reply.Accepted(LEFT));
    assertThat(outcome.result()).isEqualTo(new Result.Departed());
    assertThat(outcome.differences()).isEmpty();
    assertThat(sent).containsExactly(new Request.Archive(contactId("left")));
  }

  @Test
  void a_contact_that_is_gone_is_neither_brought_back_nor_made_anew() {
    assertThat(depart(MARK, new Reply.Missing("gone")).result()).isEqualTo(new Result.Unchanged());
    assertThat(depart(ARCHIVE, new Reply.Merged(Optional.empty(), "merged")).result())
        .isEqualTo(new Result.Unchanged());
    assertThat(sent).hasSize(1);
  }

  @Test
  void a_write_whose_answer_was_lost_is_looked_for() {
    var lost = new Reply.AnswerLost("reset");
    assertThat(depart(MARK, lost, new Reply.Found(MARKED)).result())
        .isEqualTo(new Result.Departed());
    assertThat(depart(MARK, lost, new Reply.Found(LEFT)).result())
        .isEqualTo(new Result.Failed("reset", true, Optional.empty()));
    assertThat(depart(ARCHIVE, lost, new Reply.Missing("gone")).result())
        .isEqualTo(new Result.Departed());
    assertThat(depart(ARCHIVE, lost, new Reply.Found(LEFT)).result())
        .isEqualTo(new Result.Failed("reset", true, Optional.empty()));
  }

  @Test
  void what_intercom_refuses_is_told() {
    assertThat(depart(MARK, new Reply.Refused(Optional.of(REGION), "code", "no")).result())
        .isEqualTo(new Result.Failed("Intercom refuses: no", false, Optional.empty()));
    assertThat(depart(MARK, new Reply.Unavailable("502")).result())
        .isEqualTo(new Result.Failed("502", true, Optional.empty()));
    assertThat(depart(MARK, new Reply.Unsupported("405")).result())
        .isEqualTo(
            new Result.Failed(
                "Intercom answered with an error for an unknown call.", false, Optional.empty()));
  }

  @Test
  void what_was_done_is_taken_back_step_by_step() {
    var outcome = restore(new Reply.Accepted(LEFT), new Reply.Accepted(MARKED));
    assertThat(outcome.result()).isEqualTo(new Result.Updated());
    assertThat(outcome.differences()).containsExactly(new Difference(REGION, "", "Gone"));
    assertThat(sent)
        .containsExactly(
            new Request.Unarchive(contactId("older")), new Request.Update(contactId("left"), GONE));
  }

  @Test
  void what_only_a_person_can_decide_stays_open_whatever_else_was_done() {
    replies.add(new Reply.Accepted(MARKED));
    var outcome =
        settling.settle(
            new Change.Restore(
                member("105"),
                "",
                contactId("left"),
                List.of(MARK),
                List.of("A note."),
                List.of("Look.")));
    assertThat(outcome.result()).isEqualTo(new Result.NeedsPerson("Look."));
    assertThat(outcome.warnings()).containsExactly("A note.");
    replies.add(new Reply.Unavailable("502"));
    var failed =
        settling.settle(
            new Change.Restore(
                member("105"),
                "",
                contactId("left"),
                List.of(ARCHIVE),
                List.of(),
                List.of("Look.")));
    assertThat(failed.result()).isInstanceOf(Result.Failed.class);
    assertThat(failed.warnings()).contains("Look.");
  }

  @Test
  void a_contact_that_is_gone_needs_no_block_and_gets_no_unblocking() {
    replies.add(new Reply.Missing("gone"));
    assertThat(settle(new Deed.Block(contactId("x"))).result()).isEqualTo(new Result.Unchanged());
    replies.add(new Reply.Missing("gone"));
    assertThat(settle(new Deed.Unblock(contactId("x"))).result())
        .isEqualTo(failed("Contact x is not there to be unblocked."));
    replies.add(new Reply.Unsupported("404"));
    assertThat(settle(new Deed.Unblock(contactId("x"))).result())
        .isInstanceOfSatisfying(
            Result.NeedsPerson.class,
            person -> assertThat(person.reason()).contains("unblock in Intercom"));
  }

  @Test
  void a_block_whose_answer_was_lost_is_looked_for() {
    var lost = new Reply.AnswerLost("reset");
    replies.addAll(List.of(lost, new Reply.Missing("gone")));
    assertThat(settle(new Deed.Block(contactId("x"))).result()).isEqualTo(new Result.Updated());
    replies.addAll(List.of(lost, new Reply.Missing("gone")));
    assertThat(settle(new Deed.Unblock(contactId("x"))).result()).isEqualTo(new Result.Updated());
  }

  @Test
  void a_value_that_cannot_be_read_again_is_open() {
    assertThat(depart(MARK, new Reply.Accepted(LEFT), new Reply.Unavailable("502")).result())
        .isEqualTo(
            new Result.Failed(
                "What Intercom made of the contact cannot be read.", true, Optional.empty()));
  }

  @Test
  void what_cannot_be_given_back_is_told() {
    var theirs = with(MARKED, FieldName.EXTERNAL_ID, new Value.Text("900"));
    var outcome = depart(MARK, new Reply.Accepted(theirs), new Reply.Unavailable("502"));
    assertThat(outcome.result()).isInstanceOf(Result.IdentityClash.class);
    assertThat(outcome.warnings()).singleElement().asString().contains("could not be taken back");
  }

  @Test
  void an_old_list_that_shows_what_is_there_is_as_good_as_a_new_one() {
    listIsOld = true;
    assertThat(depart(MARK, new Reply.Found(LEFT), new Reply.Accepted(MARKED)).result())
        .isEqualTo(new Result.Departed());
    assertThat(depart(MARK, new Reply.Found(MARKED)).result()).isEqualTo(new Result.Unchanged());
    assertThat(depart(ARCHIVE, new Reply.Missing("gone")).result())
        .isEqualTo(new Result.Unchanged());
    assertThat(depart(ARCHIVE, new Reply.Unavailable("502")).result())
        .isEqualTo(new Result.Failed("502", true, Optional.empty()));
    assertThat(depart(ARCHIVE, new Reply.Unsupported("405")).result())
        .isInstanceOfSatisfying(
            Result.Failed.class, failed -> assertThat(failed.passing()).isFalse());
  }

  private Outcome settle(Deed deed) {
    return settling.settle(
        new Change.Restore(member("105"), "", deed.contact(), List.of(deed), List.of(), List.of()));
  }

  @Test
  void a_step_that_fails_stops_no_other_contact() {
    var done = new Reply.Accepted(MARKED);
    assertThat(restore(new Reply.Missing("gone"), done).result())
        .isEqualTo(failed("Contact older is not there to be brought back."));
    assertThat(restore(new Reply.Unrestorable("merged"), done).result())
        .isEqualTo(failed("The contact cannot be brought back: merged"));
    assertThat(restore(new Reply.Blocked(contactId("older"), "spam"), done).result())
        .isEqualTo(failed("The contact is blocked: spam"));
    assertThat(sent).hasSize(2);
  }

  @Test
  void after_a_step_that_fails_no_more_is_done_to_its_contact() {
    replies.add(new Reply.Conflict(Optional.empty(), false, "exists"));
    var outcome =
        settling.settle(
            new Change.Restore(
                member("105"),
                "",
                contactId("left"),
                List.of(MARK, ARCHIVE),
                List.of(),
                List.of()));
    assertThat(outcome.result())
        .isEqualTo(
            new Result.Failed("Another contact stands in the way: exists", true, Optional.empty()));
    assertThat(outcome.warnings()).singleElement().asString().contains("Contact left stays");
    assertThat(sent).hasSize(1);
  }

  @Test
  void a_field_that_intercom_refuses_by_now_is_left_out_and_the_rest_is_taken_back() {
    var fields = new TreeMap<>(GONE);
    fields.put(FieldName.PHONE, put("+12025550123"));
    var wanted = new Wanted(member("105"), fields, List.of());
    var write = new Deed.Write(contactId("left"), wanted, Diff.between(wanted, LEFT.profile()));
    replies.add(new Reply.Refused(Optional.of(FieldName.PHONE), "", "no phone"));
    replies.add(new Reply.Accepted(MARKED));
    var outcome =
        settling.settle(
            new Change.Restore(
                member("105"), "", contactId("left"), List.of(write), List.of(), List.of()));
    assertThat(outcome.result()).isEqualTo(new Result.Updated());
    assertThat(outcome.warnings()).singleElement().asString().contains("would not take the phone");
    assertThat(sent.getLast()).isEqualTo(new Request.Update(contactId("left"), GONE));
  }

  @Test
  void a_contact_that_was_given_away_after_it_was_listed_gets_back_what_it_had() {
    var theirs = with(MARKED, FieldName.EXTERNAL_ID, new Value.Text("900"));
    var marked = depart(MARK, new Reply.Accepted(theirs), new Reply.Accepted(theirs));
    assertThat(marked.result()).isInstanceOf(Result.IdentityClash.class);
    assertThat(sent.getLast())
        .isEqualTo(
            new Request.Update(contactId("left"), new TreeMap<>(Map.of(REGION, new Wish.Clear()))));
    depart(ARCHIVE, new Reply.Accepted(theirs), new Reply.Accepted(theirs));
    assertThat(sent.getLast()).isEqualTo(new Request.Unarchive(contactId("left")));
  }

  @Test
  void an_old_list_is_not_believed() {
    var careful =
        new MemberApplier(
            request -> {
              sent.add(request);
              return Answer.of(
                  new Reply.Found(with(LEFT, FieldName.EXTERNAL_ID, new Value.Text("900"))));
            },
            new Recovery(
                new Roll(Set.of(member("105")), Set.of()),
                Policy.DEFAULT,
                new Beginning(Instant.EPOCH)),
            () -> true);
    var outcome = careful.settle(new Change.Depart(member("105"), LEFT, ARCHIVE));
    assertThat(outcome.result()).isInstanceOf(Result.IdentityClash.class);
    assertThat(sent).containsExactly(new Request.Inspect(contactId("left")));
  }

  @Test
  void an_answer_that_shows_the_old_values_is_read_once_more() {
    assertThat(depart(MARK, new Reply.Accepted(LEFT), new Reply.Found(MARKED)).result())
        .isEqualTo(new Result.Departed());
    var dropped = depart(MARK, new Reply.Accepted(LEFT), new Reply.Found(LEFT));
    assertThat(dropped.result()).isEqualTo(new Result.Unchanged());
    assertThat(dropped.notKept()).hasSize(1);
  }

  @Test
  void an_unarchive_whose_answer_was_lost_is_looked_for() {
    var lost = new Reply.AnswerLost("reset");
    var done = new Reply.Accepted(MARKED);
    assertThat(restore(lost, new Reply.Found(LEFT), done).result()).isEqualTo(new Result.Updated());
    assertThat(restore(lost, new Reply.Missing("gone"), done).result())
        .isEqualTo(new Result.Failed("reset", true, Optional.empty()));
  }

  private Outcome restore(Reply... answers) {
    sent.clear();
    replies.clear();
    replies.addAll(List.of(answers));
    var deeds = List.of(new Deed.Unarchive(contactId("older")), MARK);
    return settling.settle(
        new Change.Restore(
            member("105"), "left@example.org", contactId("left"), deeds, List.of(), List.of()));
  }

  private static Result failed(String reason) {
    return new Result.Failed(reason, false, Optional.empty());
  }

  @Test
  void a_denied_token_stops_the_run() {
    depart(ARCHIVE, new Reply.Denied("Access Token Invalid"));
    assertThat(settling.denial())
        .contains("Intercom refuses the access token: Access Token Invalid");
  }

  @Test
  void an_interruption_is_kept_for_whoever_waits_for_it() {
    var interrupted =
        new MemberApplier(
            _ -> {
              throw new InterruptedException();
            },
            new Recovery(
                new Roll(Set.of(), Set.of()), Policy.DEFAULT, new Beginning(Instant.EPOCH)),
            () -> false);
    var outcome = interrupted.settle(new Change.Depart(member("105"), LEFT, ARCHIVE));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome.result()).isInstanceOf(Result.Failed.class);
  }

  private Outcome depart(Deed departure, Reply... answers) {
    sent.clear();
    replies.clear();
    replies.addAll(List.of(answers));
    return settling.settle(new Change.Depart(member("105"), LEFT, departure));
  }
}
