package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.put;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.with;

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

  private final List<Reply> replies = new ArrayList<>();
  private final List<Request> sent = new ArrayList<>();
  private final MemberApplier settling =
      new MemberApplier(
          request -> {
            sent.add(request);
            return Answer.of(replies.removeFirst());
          },
          new Recovery(new Roll(Set.of(member("105")), Set.of()), Policy.DEFAULT));

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
  void the_first_step_that_fails_is_the_last() {
    assertThat(restore(new Reply.Missing("gone")).result())
        .isEqualTo(failed("Contact older is not there to be brought back."));
    assertThat(restore(new Reply.Unrestorable("merged")).result())
        .isEqualTo(failed("The contact cannot be brought back: merged"));
    assertThat(restore(new Reply.Blocked(contactId("older"), "spam")).result())
        .isEqualTo(failed("The contact is blocked: spam"));
    assertThat(restore(new Reply.Conflict(Optional.empty(), false, "exists")).result())
        .isEqualTo(failed("Another contact stands in the way: exists"));
    assertThat(sent).hasSize(1);
  }

  @Test
  void an_unarchive_whose_answer_was_lost_is_looked_for() {
    var lost = new Reply.AnswerLost("reset");
    assertThat(restore(lost, new Reply.Found(LEFT), new Reply.Accepted(MARKED)).result())
        .isEqualTo(new Result.Updated());
    assertThat(restore(lost, new Reply.Missing("gone")).result())
        .isEqualTo(new Result.Failed("reset", true, Optional.empty()));
  }

  private Outcome restore(Reply... answers) {
    sent.clear();
    replies.clear();
    replies.addAll(List.of(answers));
    var deeds = List.of(new Deed.Unarchive(contactId("older")), MARK);
    return settling.settle(
        new Change.Restore(member("105"), "left@example.org", contactId("left"), deeds));
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
            new Recovery(new Roll(Set.of(), Set.of()), Policy.DEFAULT));
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
