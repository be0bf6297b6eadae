package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.hidden;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.wanted;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.Roll;

/// A contact that the plan brings back, step by step.
class PlannedRevivalStepsTest {
  private static final Wanted ANN = wanted("101", "ann@example.org");
  private static final ContactId HIDDEN = contactId("h");
  private static final Recovery RECOVERY =
      new Recovery(
          new Roll(Set.of(new MemberId("101"), new MemberId("900")), Set.of()),
          Policy.DEFAULT,
          new Beginning(Instant.ofEpochSecond(1_700_000_000)));

  private static Attempt first() {
    return Attempt.of(new Change.Revive(ANN, hidden("h", "101", "archived")));
  }

  private static Attempt sent(Attempt attempt, Reply reply) {
    return ((Step.Send) RECOVERY.next(attempt, reply)).attempt();
  }

  private static Result result(Attempt attempt, Reply reply) {
    return ((Step.Done) RECOVERY.next(attempt, reply)).result();
  }

  @Test
  void it_is_brought_back_then_read_and_only_then_written() {
    assertThat(first().request()).isEqualTo(new Request.Unarchive(HIDDEN));
    var read = sent(first(), new Reply.Accepted(user("h", "101", "")));
    assertThat(read.request()).isEqualTo(new Request.Inspect(HIDDEN));
    var write = sent(read, new Reply.Found(user("h", "101", "old@example.org")));
    assertThat(write.request()).isInstanceOf(Request.Update.class);
    assertThat(write.trail().spent()).containsExactly(Remedy.UNARCHIVE);
    assertThat(result(write, new Reply.Accepted(right("h", ANN)))).isEqualTo(new Result.Updated());
  }

  @Test
  void one_that_is_written_without_a_refused_field_was_not_made() {
    var read = sent(first(), new Reply.Accepted(user("h", "101", "")));
    var write = sent(read, new Reply.Found(user("h", "101", "old@example.org")));
    var phone = new Reply.Refused(Optional.of(FieldName.PHONE), "parameter_invalid", "no phone");
    var less = sent(write, phone);
    assertThat(result(less, new Reply.Accepted(right("h", ANN)))).isEqualTo(new Result.Updated());
  }

  @Test
  void one_that_carries_another_members_number_by_now_is_archived_again() {
    var again = sent(first(), new Reply.Accepted(user("h", "900", "")));
    assertThat(again.request()).isEqualTo(new Request.Archive(HIDDEN));
    assertThat(result(again, new Reply.Accepted(user("h", "900", ""))))
        .isInstanceOf(Result.IdentityClash.class);
  }

  @Test
  void where_it_is_read_as_another_members_it_is_archived_again() {
    var read = sent(first(), new Reply.Accepted(user("h", "", "")));
    var again = sent(read, new Reply.Found(user("h", "900", "ann@example.org")));
    assertThat(again.request()).isEqualTo(new Request.Archive(HIDDEN));
  }

  @Test
  void a_blocked_one_is_unblocked_where_intercom_offers_it_and_else_left_to_a_person() {
    var unblock = sent(first(), new Reply.Blocked(HIDDEN, "blocked"));
    assertThat(unblock.request()).isEqualTo(new Request.Unblock(HIDDEN));
    assertThat(sent(unblock, new Reply.Accepted(user("h", "101", ""))).request())
        .isEqualTo(new Request.Unarchive(HIDDEN));
    assertThat(result(unblock, new Reply.Unsupported("no such call")))
        .isInstanceOf(Result.NeedsPerson.class);
  }

  @Test
  void one_that_is_gone_is_made_anew() {
    assertThat(sent(first(), new Reply.Missing("gone")).request())
        .isInstanceOf(Request.Create.class);
  }

  @Test
  void a_contact_that_took_the_number_meanwhile_is_read_and_taken() {
    var other = contactId("o");
    var conflict = new Reply.Conflict(Optional.of(other), false, "already exists");
    var read = sent(first(), conflict);
    assertThat(read.request()).isEqualTo(new Request.Inspect(other));
    assertThat(result(read, new Reply.Found(right("o", ANN)))).isEqualTo(new Result.Unchanged());
  }

  @Test
  void members_who_share_an_email_are_brought_back_one_after_the_other() {
    var roll = new Roll(Set.of(), Set.of("ann@example.org"));
    var recovery = new Recovery(roll, Policy.DEFAULT, new Beginning(Instant.EPOCH));
    var revive = new Change.Revive(ANN, hidden("h", "101", "archived"));
    assertThat(recovery.isContested(revive)).isTrue();
    assertThat(RECOVERY.isContested(revive)).isFalse();
    assertThat(recovery.inOrder(List.of(revive))).containsExactly(revive);
  }
}
