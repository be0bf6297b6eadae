package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.lead;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.wanted;
import static org.rollcall.support.People.with;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.Policy;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.Deed;
import org.rollcall.plan.DeedRecord;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Leeway;
import org.rollcall.plan.Match;
import org.rollcall.plan.PastDeed;
import org.rollcall.plan.Roll;

class PuttingAwayTest {
  private static final Wanted ANN = wanted("101", "ann@example.org");
  private static final Contact KEPT = right("kept", ANN);
  private static final Contact MUDDLED = with(KEPT, REGION, new Value.Text("NGL"));
  private static final Contact OLDER = user("older", "", "ann@example.org");
  private static final Contact LEAD = lead("lead", "ann@example.org");
  private static final Reply STANDING = new Reply.Found(KEPT);

  private final List<Request> sent = new ArrayList<>();

  @Test
  void an_archive_whose_answer_was_lost_landed_where_the_contact_can_no_longer_be_read() {
    var outcome =
        settle(OLDER, new Reply.AnswerLost("reset"), new Reply.Missing("Not Found"), STANDING);
    assertThat(outcome.result()).isEqualTo(new Result.Unchanged());
    assertThat(outcome.putAway()).containsExactly(OLDER);
    assertThat(sent)
        .containsExactly(
            new Request.Archive(contactId("older")),
            new Request.Inspect(contactId("older")),
            new Request.Inspect(contactId("kept")));
  }

  @Test
  void an_archive_whose_answer_was_lost_did_not_land_where_the_contact_can_still_be_read() {
    var outcome = settle(OLDER, new Reply.AnswerLost("reset"), new Reply.Found(OLDER));
    assertThat(reason(outcome))
        .isEqualTo(
            "The member's contact is right, but their older contact older could not be put away: reset");
    assertThat(outcome.putAway()).isEmpty();
  }

  @Test
  void once_an_older_contact_is_archived_the_kept_one_is_read_again() {
    assertThat(settle(OLDER, new Reply.Accepted(OLDER), STANDING).putAway()).containsExactly(OLDER);
    assertThat(sent)
        .containsExactly(new Request.Archive(OLDER.id()), new Request.Inspect(KEPT.id()));
  }

  @Test
  void an_older_contact_that_was_gone_before_was_not_put_away() {
    for (var gone : List.of(new Reply.Missing("gone"), merged())) {
      var outcome = settle(OLDER, gone);
      assertThat(outcome.result()).isEqualTo(new Result.Unchanged());
      assertThat(outcome.putAway()).isEmpty();
      assertThat(sent).hasSize(1);
    }
  }

  @Test
  void an_older_contact_that_the_kept_one_was_merged_into_meanwhile_is_brought_back() {
    for (var gone : List.of(new Reply.Missing("gone"), merged())) {
      var outcome = settle(OLDER, new Reply.Accepted(OLDER), gone, new Reply.Accepted(OLDER));
      assertThat(sent.getLast()).isEqualTo(new Request.Unarchive(OLDER.id()));
      assertThat(outcome.putAway()).isEmpty();
      assertThat(reason(outcome)).contains("contact kept was merged").contains("brought back");
      assertThat(((Result.Failed) outcome.result()).passing()).isTrue();
    }
  }

  @Test
  void an_older_contact_that_cannot_be_brought_back_stays_named_as_put_away() {
    var outcome = settle(OLDER, new Reply.Accepted(OLDER), merged(), new Reply.Unavailable("502"));
    assertThat(outcome.putAway()).containsExactly(OLDER);
    assertThat(outcome.result()).isInstanceOf(Result.Failed.class);
  }

  @Test
  void an_older_contact_that_the_kept_one_was_merged_into_becomes_the_members() {
    var change = unchanged(OLDER);
    var gateway =
        scripted(
            new Reply.Merged(Optional.of(OLDER.id()), "merged"),
            new Reply.Found(OLDER),
            new Reply.Accepted(right("older", ANN)));
    var outcome = new MemberApplier(gateway, recovery(), () -> false).settle(change);
    assertThat(outcome.result()).isEqualTo(new Result.Updated());
    assertThat(outcome.contact()).contains(OLDER.id());
    assertThat(outcome.putAway()).isEmpty();
    assertThat(sent)
        .extracting(request -> request.getClass().getSimpleName())
        .containsExactly("Inspect", "Inspect", "Update");
  }

  @Test
  void where_the_kept_contact_cannot_be_read_nothing_is_put_away() {
    var outcome =
        new MemberApplier(scripted(new Reply.Unavailable("502")), recovery(), () -> false)
            .settle(unchanged(OLDER));
    assertThat(reason(outcome))
        .isEqualTo(
            "The member's contact is right, but could not be read before their older ones are put away: 502");
    assertThat(outcome.putAway()).isEmpty();
  }

  private static Reply merged() {
    return new Reply.Merged(Optional.of(OLDER.id()), "merged");
  }

  @Test
  void each_way_to_refuse_is_told_in_intercoms_words() {
    assertThat(reason(settle(OLDER, new Reply.Refused(Optional.empty(), "code", "no"))))
        .endsWith("could not be put away: no");
    assertThat(reason(settle(OLDER, new Reply.Denied("token")))).endsWith("away: token");
    assertThat(reason(settle(OLDER, new Reply.Matches(List.of()))))
        .endsWith("away: Intercom answered with the contacts of a search.");
  }

  @Test
  void a_merged_lead_whose_fields_came_into_the_kept_contact_is_followed_by_an_update() {
    var outcome = settle(LEAD, new Reply.Accepted(MUDDLED), new Reply.Accepted(KEPT));
    assertThat(outcome.putAway()).containsExactly(LEAD);
    assertThat(sent)
        .containsExactly(
            new Request.Merge(contactId("lead"), contactId("kept")),
            new Request.Update(
                contactId("kept"), Diff.wishes(ANN, Diff.between(ANN, MUDDLED.profile()))));
  }

  @Test
  void a_merged_lead_that_left_the_kept_contact_right_is_followed_by_nothing() {
    assertThat(settle(LEAD, new Reply.Accepted(KEPT)).putAway()).containsExactly(LEAD);
    assertThat(sent).hasSize(1);
  }

  @Test
  void an_answer_that_shows_the_kept_contact_as_it_was_is_not_believed() {
    var outcome =
        settle(
            LEAD,
            new Reply.Accepted(MUDDLED),
            new Reply.Accepted(MUDDLED),
            new Reply.Found(MUDDLED),
            new Reply.Accepted(MUDDLED),
            new Reply.Found(KEPT));
    assertThat(outcome.putAway()).containsExactly(LEAD);
    assertThat(sent)
        .extracting(request -> request.getClass().getSimpleName())
        .containsExactly("Merge", "Update", "Inspect", "Update", "Inspect");
  }

  @Test
  void a_kept_contact_that_does_not_take_its_own_values_back_is_told() {
    var stubborn =
        settle(
            LEAD,
            new Reply.Accepted(MUDDLED),
            new Reply.Accepted(MUDDLED),
            new Reply.Found(MUDDLED),
            new Reply.Accepted(MUDDLED),
            new Reply.Found(MUDDLED));
    assertThat(reason(stubborn))
        .isEqualTo(
            "Lead lead was merged into the member's contact kept, which did not take its own values back; the next run writes them.");
    var unread =
        settle(
            LEAD,
            new Reply.Accepted(MUDDLED),
            new Reply.Accepted(MUDDLED),
            new Reply.Unavailable("502"));
    assertThat(reason(unread)).contains("did not take its own values back");
    var given = with(MUDDLED, FieldName.EXTERNAL_ID, new Value.Text("900"));
    var anothers =
        settle(
            LEAD, new Reply.Accepted(MUDDLED), new Reply.Accepted(MUDDLED), new Reply.Found(given));
    assertThat(reason(anothers)).contains("given to somebody else");
  }

  @Test
  void a_merge_whose_answer_was_lost_landed_where_the_lead_is_gone() {
    var merged = new Reply.Merged(Optional.of(contactId("kept")), "merged");
    var outcome =
        settle(
            LEAD,
            new Reply.AnswerLost("reset"),
            merged,
            new Reply.Found(MUDDLED),
            new Reply.Accepted(KEPT));
    assertThat(outcome.putAway()).containsExactly(LEAD);
    assertThat(sent)
        .extracting(request -> request.getClass().getSimpleName())
        .containsExactly("Merge", "Inspect", "Inspect", "Update");
    assertThat(sent.get(2)).isEqualTo(new Request.Inspect(contactId("kept")));
  }

  @Test
  void a_merge_whose_answer_was_lost_did_not_land_where_the_lead_is_still_there() {
    var outcome = settle(LEAD, new Reply.AnswerLost("reset"), new Reply.Found(LEAD));
    assertThat(reason(outcome)).endsWith("away: reset");
  }

  @Test
  void a_merge_that_is_refused_for_good_is_told_and_the_member_is_right() {
    var outcome = settle(LEAD, new Reply.Refused(Optional.empty(), "code", "no"));
    assertThat(outcome.result()).isEqualTo(new Result.Unchanged());
    assertThat(outcome.warnings())
        .containsExactly(
            "The member's contact kept is right, but Intercom refuses to merge their lead lead into it, so the lead stays and is not sent again: no");
    assertThat(outcome.unmerged()).containsExactly(LEAD.id());
    assertThat(outcome.putAway()).isEmpty();
    assertThat(sent).hasSize(1);
  }

  @Test
  void a_merge_that_is_refused_keeps_no_other_contact_from_being_put_away() {
    var refused = new Reply.Refused(Optional.empty(), "code", "no");
    var change = new Change.Unchanged(ANN, KEPT, List.of(LEAD, OLDER));
    var gateway = scripted(STANDING, refused, new Reply.Accepted(OLDER), STANDING);
    var outcome = new MemberApplier(gateway, recovery(), () -> false).settle(change);
    assertThat(outcome.result()).isEqualTo(new Result.Unchanged());
    assertThat(outcome.putAway()).containsExactly(OLDER);
    assertThat(outcome.unmerged()).containsExactly(LEAD.id());
  }

  @Test
  void a_merge_that_is_refused_for_now_fails_the_member() {
    for (var reply :
        List.of(
            new Reply.Unavailable("502"),
            new Reply.Denied("502"),
            new Reply.Unsupported("502"),
            new Reply.Conflict(Optional.empty(), false, "502"))) {
      var outcome = settle(LEAD, reply);
      assertThat(outcome.result()).isInstanceOf(Result.Failed.class);
      assertThat(outcome.unmerged()).isEmpty();
    }
  }

  @Test
  void an_update_after_a_merge_that_is_refused_fails_the_member() {
    var refused = new Reply.Refused(Optional.of(REGION), "code", "no");
    assertThat(reason(settle(LEAD, new Reply.Accepted(MUDDLED), refused))).endsWith("no");
  }

  @Test
  void after_an_update_a_lead_is_merged_and_what_it_muddled_is_put_right() {
    var change =
        new Change.Update(
            ANN, MUDDLED, Match.EXTERNAL_ID, Diff.between(ANN, MUDDLED.profile()), List.of(LEAD));
    var gateway =
        scripted(new Reply.Accepted(KEPT), new Reply.Accepted(MUDDLED), new Reply.Accepted(KEPT));
    var outcome = new MemberApplier(gateway, recovery(), () -> false).settle(change);
    assertThat(outcome.result()).isEqualTo(new Result.Updated());
    assertThat(sent)
        .extracting(request -> request.getClass().getSimpleName())
        .containsExactly("Update", "Merge", "Update");
  }

  @Test
  void an_interruption_while_putting_away_is_kept_for_whoever_waits_for_it() {
    Gateway interrupted =
        request -> {
          if (request instanceof Request.Inspect) {
            return Answer.of(STANDING);
          }
          throw new InterruptedException();
        };
    var outcome = new MemberApplier(interrupted, recovery(), () -> false).settle(unchanged(OLDER));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(reason(outcome))
        .isEqualTo("Not all of the member's older contacts were put away: the run was stopped.");
  }

  @Test
  void a_contact_that_was_given_away_during_a_merge_is_left_as_the_merge_left_it() {
    var theirs = with(MUDDLED, FieldName.EXTERNAL_ID, new Value.Text("900"));
    assertThat(reason(settle(LEAD, new Reply.Accepted(theirs)))).contains("given to somebody else");
    assertThat(sent).hasSize(1);
  }

  @Test
  void an_older_contact_is_read_before_it_is_put_away_where_the_list_is_old() {
    var gone =
        old(
            unchanged(OLDER),
            STANDING,
            new Reply.Found(OLDER),
            new Reply.Accepted(OLDER),
            STANDING);
    assertThat(gone.putAway()).containsExactly(OLDER);
    var theirs = user("older", "900", "ann@example.org");
    assertThat(old(unchanged(OLDER), STANDING, new Reply.Found(theirs)).putAway()).isEmpty();
    assertThat(old(unchanged(OLDER), STANDING, STANDING).putAway()).isEmpty();
    assertThat(reason(old(unchanged(OLDER), STANDING, new Reply.Unavailable("502"))))
        .isEqualTo(
            "The member's contact is right, but their older contact older could not be read to be put away: 502");
  }

  @Test
  void a_contact_is_read_before_it_is_taken_over_where_the_list_is_old() {
    var stale = user("kept", "", "ann@example.org");
    var differences = Diff.between(ANN, stale.profile());
    var adopting = new Change.Update(ANN, stale, Match.EMAIL, differences, List.of());
    var taken = old(adopting, new Reply.Found(stale), new Reply.Accepted(KEPT));
    assertThat(taken.result()).isEqualTo(new Result.Updated());
    assertThat(sent.getFirst()).isEqualTo(new Request.Inspect(contactId("kept")));
    sent.clear();
    var own =
        new Change.Update(
            ANN, MUDDLED, Match.EXTERNAL_ID, Diff.between(ANN, MUDDLED.profile()), List.of());
    assertThat(old(own, new Reply.Accepted(KEPT)).result()).isEqualTo(new Result.Updated());
    assertThat(sent).singleElement().isInstanceOf(Request.Update.class);
  }

  private Outcome old(Change change, Reply... replies) {
    return new MemberApplier(scripted(replies), recovery(), () -> true).settle(change);
  }

  @Test
  void whose_call_was_never_sent_was_not_reached() {
    Gateway unsent =
        _ -> {
          throw new Unsent("stopped");
        };
    var archive = new Deed.Archive(KEPT.id());
    for (var change :
        List.of(
            new Change.Create(ANN, Diff.ofNew(ANN)),
            new Change.Depart(ANN.member(), KEPT, archive),
            new Change.Restore(
                ANN.member(), "", KEPT.id(), List.of(archive), List.of(), List.of()))) {
      var outcome = new MemberApplier(unsent, recovery(), () -> false).settle(change);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(outcome).isEqualTo(Outcomes.unreached(change));
      assertThat(Outcomes.isUnreached(outcome)).isTrue();
    }
  }

  @Test
  void whatever_breaks_stays_with_its_member() {
    var archive = new Deed.Archive(KEPT.id());
    for (var change :
        List.of(
            unchanged(OLDER),
            new Change.Depart(ANN.member(), KEPT, archive),
            new Change.Restore(
                ANN.member(), "", KEPT.id(), List.of(archive), List.of(), List.of()))) {
      Gateway broken =
          _ -> {
            throw new IllegalStateException("boom");
          };
      var outcome = new MemberApplier(broken, recovery(), () -> true).settle(change);
      assertThat(outcome.member()).isEqualTo(ANN.member());
      assertThat(reason(outcome)).contains("please report it");
    }
    Gateway interrupted =
        _ -> {
          throw new InterruptedException();
        };
    var stopped = new MemberApplier(interrupted, recovery(), () -> true).settle(unchanged(OLDER));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(reason(stopped)).contains("while this member was in flight");
  }

  @Test
  void whose_second_call_was_never_sent_was_in_flight() {
    var answers = new ArrayList<Reply>(List.of(new Reply.Missing("gone")));
    Gateway stopping =
        _ -> {
          if (answers.isEmpty()) {
            throw new Unsent("stopped");
          }
          return Answer.of(answers.removeFirst());
        };
    var update =
        new Change.Update(
            ANN, MUDDLED, Match.EXTERNAL_ID, Diff.between(ANN, MUDDLED.profile()), List.of());
    var outcome = new MemberApplier(stopping, recovery(), () -> false).settle(update);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(reason(outcome)).isEqualTo("The run was stopped while this member was in flight.");
  }

  @Test
  void what_was_done_in_an_earlier_try_is_not_done_again() {
    var deeds = List.<Deed>of(new Deed.Unarchive(OLDER.id()), new Deed.Archive(KEPT.id()));
    var restore = new Change.Restore(ANN.member(), "", KEPT.id(), deeds, List.of(), List.of());
    var earlier =
        List.of(
            new DeedRecord(
                new PastDeed.Unarchive(OLDER.id(), Optional.of("x")), DeedRecord.Landing.LANDED),
            new DeedRecord(new PastDeed.Archive(KEPT.id()), DeedRecord.Landing.UNKNOWN));
    new MemberApplier(
            scripted(new Reply.Accepted(KEPT)),
            recovery(),
            () -> false,
            earlier,
            new UnplannedArchives(Leeway.UNLIMITED))
        .settle(restore);
    assertThat(sent).containsExactly(new Request.Archive(KEPT.id()));
  }

  @Test
  void an_interruption_while_a_member_is_in_flight_says_so() {
    Gateway interrupted =
        _ -> {
          throw new InterruptedException();
        };
    var outcome =
        new MemberApplier(interrupted, recovery(), () -> false)
            .settle(new Change.Create(ANN, Diff.ofNew(ANN)));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(reason(outcome)).isEqualTo("The run was stopped while this member was in flight.");
  }

  @Test
  void a_duplicate_that_only_a_search_named_is_read_before_it_is_put_away() {
    var outcome = found(new Reply.Found(OLDER), new Reply.Accepted(OLDER), STANDING);
    assertThat(outcome.putAway()).containsExactly(OLDER);
    assertThat(sent.subList(sent.size() - 3, sent.size()))
        .containsExactly(
            new Request.Inspect(contactId("older")),
            new Request.Archive(contactId("older")),
            new Request.Inspect(contactId("kept")));
  }

  @Test
  void a_duplicate_that_only_a_search_named_stays_where_it_is_no_longer_the_members() {
    var outcome = found(new Reply.Found(user("older", "900", "ann@example.org")));
    assertThat(outcome.putAway()).isEmpty();
    assertThat(sent.getLast()).isEqualTo(new Request.Inspect(contactId("older")));
  }

  @Test
  void a_duplicate_that_only_a_search_named_stays_where_it_cannot_be_read() {
    assertThat(found(new Reply.Missing("gone")).putAway()).isEmpty();
  }

  @Test
  void what_the_plan_did_not_name_stays_once_no_more_may_be_put_away() {
    var outcome =
        found(
            new UnplannedArchives(new Leeway(0, "safeguard.archives (5 %) allows 5")),
            new Reply.Found(OLDER));
    assertThat(outcome.putAway()).isEmpty();
    assertThat(sent.getLast()).isEqualTo(new Request.Inspect(contactId("older")));
    assertThat(((Result.Failed) outcome.result()).passing()).isFalse();
    assertThat(reason(outcome))
        .isEqualTo(
            "The member's older contact older stays: with those in its plan, this run has put away as many contacts as it may; safeguard.archives (5 %) allows 5. The next run plans for it.");
  }

  @Test
  void what_was_not_put_away_after_all_leaves_its_place_to_others() {
    var unplanned = new UnplannedArchives(new Leeway(1, ""));
    found(unplanned, new Reply.Found(OLDER), new Reply.Missing("gone"));
    assertThat(
            found(unplanned, new Reply.Found(OLDER), new Reply.Accepted(OLDER), STANDING).putAway())
        .containsExactly(OLDER);
    assertThat(unplanned.take()).isFalse();
  }

  @Test
  void what_the_plan_named_was_counted_by_the_safeguard_before() {
    var outcome =
        new MemberApplier(
                scripted(STANDING, new Reply.Accepted(OLDER), STANDING),
                recovery(),
                () -> false,
                List.of(),
                new UnplannedArchives(new Leeway(0, "")))
            .settle(unchanged(OLDER));
    assertThat(outcome.putAway()).containsExactly(OLDER);
  }

  private Outcome found(Reply... afterwards) {
    return found(new UnplannedArchives(Leeway.UNLIMITED), afterwards);
  }

  /// A create that met a conflict without an id, whose search named a contact to keep and an older
  /// one.
  private Outcome found(UnplannedArchives unplanned, Reply... afterwards) {
    var replies =
        new ArrayList<Reply>(
            List.of(
                new Reply.Conflict(Optional.empty(), false, "exists"),
                new Reply.Matches(List.of()),
                new Reply.Matches(List.of(KEPT, OLDER)),
                new Reply.Found(MUDDLED),
                new Reply.Accepted(KEPT)));
    replies.addAll(List.of(afterwards));
    return new MemberApplier(
            scripted(replies.toArray(Reply[]::new)), recovery(), () -> false, List.of(), unplanned)
        .settle(new Change.Create(ANN, Diff.ofNew(ANN)));
  }

  /// The outcome where the kept contact is still there when it is read first, which is not in
  /// [#sent].
  private Outcome settle(Contact surplus, Reply... replies) {
    var all = new ArrayList<Reply>(List.of(STANDING));
    all.addAll(List.of(replies));
    var outcome =
        new MemberApplier(scripted(all.toArray(Reply[]::new)), recovery(), () -> false)
            .settle(unchanged(surplus));
    assertThat(sent.removeFirst()).isEqualTo(new Request.Inspect(KEPT.id()));
    return outcome;
  }

  private static Change unchanged(Contact surplus) {
    return new Change.Unchanged(ANN, KEPT, List.of(surplus));
  }

  private Gateway scripted(Reply... replies) {
    sent.clear();
    var left = new ArrayList<>(List.of(replies));
    return request -> {
      sent.add(request);
      return Answer.of(left.removeFirst());
    };
  }

  private static String reason(Outcome outcome) {
    return ((Result.Failed) outcome.result()).reason();
  }

  private static Recovery recovery() {
    return new Recovery(
        new Roll(Set.of(member("101"), member("900")), Set.of()),
        new Policy(
            Policy.Duplicates.ARCHIVE,
            Policy.Leads.MERGE,
            Policy.UnknownExternalId.Adopt.UUIDS,
            new Leavers.Ignore()),
        new Beginning(Instant.EPOCH));
  }
}
