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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.DeedRecord;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Match;
import org.rollcall.plan.Roll;
import org.rollcall.support.HeardListener;
import org.rollcall.support.Outages;

class ApplierTest {
  private static final Wanted ANN = wanted("101", "ann@example.org");
  private static final Contact KEPT = right("kept", ANN);
  private static final Contact OLDER = user("older", "", "ann@example.org");

  private final List<Request> sent = Collections.synchronizedList(new ArrayList<>());
  private final List<Outcome> settled = new ArrayList<>();

  @Test
  void outcomes_come_in_the_order_of_the_plan_however_the_answers_come() {
    var barrier = new CyclicBarrier(2);
    Gateway meeting =
        request -> {
          awaitBoth(barrier);
          return accept(request);
        };
    var applied = apply(meeting, 2, creates(10));
    assertThat(applied.whole()).isTrue();
    assertThat(applied.outcomes())
        .extracting(outcome -> outcome.member().value())
        .containsExactly("m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9");
    assertThat(settled).isEqualTo(applied.outcomes());
  }

  @Test
  void calls_far_apart_in_the_plan_are_made_at_once_when_nobody_between_needs_one() {
    var barrier = new CyclicBarrier(2);
    Gateway meeting =
        request -> {
          awaitBoth(barrier);
          return accept(request);
        };
    var changes = new ArrayList<>(creates(2));
    var right = new Change.Unchanged(ANN, KEPT, List.of());
    changes.addAll(1, Collections.nCopies(50, right));
    changes.add(right);
    var applied =
        new Applier(
                meeting,
                recovery(),
                () -> false,
                Outages.patient(),
                new CommonRefusals(new HeardListener()),
                2,
                2)
            .apply(changes, () -> false, DeedLog.none(), settled::add);
    assertThat(applied.outcomes().getFirst().result()).isInstanceOf(Result.Created.class);
    assertThat(settled).isEqualTo(applied.outcomes());
  }

  @Test
  void one_failed_member_does_not_stop_the_others() {
    Gateway refusing =
        request ->
            request instanceof Request.Create create
                    && create.fields().toString().contains("m1@example.org")
                ? Answer.of(new Reply.Refused(Optional.of(REGION), "", "bad"))
                : accept(request);
    assertThat(apply(refusing, 2, creates(3)).outcomes())
        .extracting(outcome -> outcome.result().getClass().getSimpleName())
        .containsExactly("Created", "Failed", "Created");
  }

  @Test
  void an_unforeseen_failure_stays_with_its_member_and_keeps_its_cause() {
    Gateway broken =
        _ -> {
          throw new IllegalStateException("boom");
        };
    var outcome = apply(broken, 1, creates(1)).outcomes().getFirst();
    assertThat(outcome.result())
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed -> assertThat(failed.cause().orElseThrow()).hasMessage("boom"));
  }

  @Test
  void a_denied_token_stops_the_run_and_leaves_the_rest_unreached() {
    Gateway denying = _ -> Answer.of(new Reply.Denied("Access Token Invalid"));
    var applied = apply(denying, 1, creates(5));
    assertThat(applied.denial()).hasValueSatisfying(text -> assertThat(text).contains("token"));
    assertThat(applied.whole()).isFalse();
    assertThat(applied.outcomes()).hasSize(5);
    assertThat(applied.outcomes().getFirst().result()).isInstanceOf(Result.Failed.class);
    assertThat(applied.outcomes().getLast().result())
        .isEqualTo(new Result.Skipped("Not reached: the run was stopped before this member."));
  }

  @Test
  void once_told_to_stop_no_further_member_is_begun() {
    var begun = new AtomicInteger();
    Gateway counting =
        request -> {
          begun.incrementAndGet();
          return accept(request);
        };
    var applied =
        new Applier(
                counting,
                recovery(),
                () -> false,
                Outages.patient(),
                new CommonRefusals(new HeardListener()),
                1,
                100)
            .apply(creates(50), () -> begun.get() >= 10, DeedLog.none(), settled::add);
    assertThat(begun).hasValueBetween(10, 12);
    assertThat(applied.whole()).isFalse();
    assertThat(settled).hasSize(begun.get());
  }

  @Test
  void a_member_whose_call_was_never_sent_is_not_reached() {
    Gateway stopping =
        _ -> {
          throw new Unsent("The run was stopped while this call waited for its turn.");
        };
    var deeds = new ArrayList<List<DeedRecord>>();
    var log =
        new DeedLog() {
          @Override
          public void begin(List<Change> changes) {}

          @Override
          public void about(MemberId member, List<DeedRecord> before) {}

          @Override
          public void done(MemberId member, List<DeedRecord> done) {
            deeds.add(done);
          }
        };
    var applied =
        new Applier(
                stopping,
                recovery(),
                () -> false,
                Outages.patient(),
                new CommonRefusals(new HeardListener()),
                1,
                4)
            .apply(creates(1), () -> false, log, settled::add);
    assertThat(applied.whole()).isFalse();
    assertThat(applied.outcomes().getFirst().result()).isInstanceOf(Result.Skipped.class);
    assertThat(settled).isEmpty();
    assertThat(deeds).isEmpty();
  }

  @Test
  void deeds_are_told_before_they_are_done_and_with_their_landing_afterwards() {
    var told = new ArrayList<String>();
    var log =
        new DeedLog() {
          @Override
          public void begin(List<Change> changes) {
            told.add("begin " + changes.size() + " sent " + sent.size());
          }

          @Override
          public void about(MemberId member, List<DeedRecord> deeds) {
            told.add("about " + deeds.size() + " sent " + sent.size());
          }

          @Override
          public void done(MemberId member, List<DeedRecord> deeds) {
            told.add(deeds.stream().map(each -> each.landing().name()).toList().toString());
          }
        };
    Gateway archived =
        request ->
            request instanceof Request.Create && sent.isEmpty() ? refuse(request) : accept(request);
    new Applier(
            archived,
            recovery(),
            () -> false,
            Outages.patient(),
            new CommonRefusals(new HeardListener()),
            1,
            4)
        .apply(creates(1), () -> false, log, settled::add);
    assertThat(told).containsExactly("begin 1 sent 0", "about 2 sent 1", "[REFUSED, LANDED]");
  }

  @Test
  void the_deeds_of_a_second_try_follow_those_of_the_first() {
    var tries = new AtomicInteger();
    Gateway moving =
        request ->
            switch (request) {
              case Request.Inspect(var id) ->
                  Answer.of(new Reply.Found(user(id.value(), "900", "m0@example.org")));
              case Request.Create _ when tries.getAndIncrement() == 0 ->
                  Answer.of(new Reply.Conflict(Optional.of(contactId("theirs")), false, "exists"));
              case Request other -> accept(other);
            };
    var deeds = new ArrayList<List<DeedRecord.Landing>>();
    var log =
        new DeedLog() {
          @Override
          public void begin(List<Change> changes) {}

          @Override
          public void about(MemberId member, List<DeedRecord> before) {
            deeds.add(before.stream().map(DeedRecord::landing).toList());
          }

          @Override
          public void done(MemberId member, List<DeedRecord> done) {
            deeds.add(done.stream().map(DeedRecord::landing).toList());
          }
        };
    new Applier(
            moving,
            recovery(),
            () -> false,
            Outages.patient(),
            new CommonRefusals(new HeardListener()),
            1,
            4)
        .apply(creates(1), () -> false, log, settled::add);
    assertThat(deeds)
        .containsExactly(
            List.of(DeedRecord.Landing.REFUSED),
            List.of(DeedRecord.Landing.REFUSED, DeedRecord.Landing.UNKNOWN),
            List.of(DeedRecord.Landing.REFUSED, DeedRecord.Landing.LANDED));
  }

  @Test
  void members_who_share_an_address_go_one_after_the_other() {
    var at = new AtomicInteger();
    var most = new AtomicInteger();
    Gateway counting =
        request -> {
          most.accumulateAndGet(at.incrementAndGet(), Math::max);
          Thread.onSpinWait();
          at.decrementAndGet();
          return accept(request);
        };
    var sharing = List.of(wanted("101", "us@example.org"), wanted("102", "us@example.org"));
    var changes =
        sharing.stream().<Change>map(each -> new Change.Create(each, Diff.ofNew(each))).toList();
    var roll = Roll.of(Set.of(member("101"), member("102")), sharing);
    var applied =
        new Applier(
                counting,
                new Recovery(roll, Policy.DEFAULT, new Beginning(Instant.EPOCH)),
                () -> false,
                Outages.patient(),
                new CommonRefusals(new HeardListener()),
                4,
                4)
            .apply(changes, () -> false, DeedLog.none(), settled::add);
    assertThat(applied.outcomes()).extracting(Outcome::result).containsOnly(new Result.Created());
    assertThat(sent).hasSize(2);
    assertThat(most).hasValue(1);
  }

  private Answer refuse(Request request) {
    sent.add(request);
    return Answer.of(new Reply.Refused(Optional.of(FieldName.PHONE), "", "no phone"));
  }

  @Test
  void surplus_contacts_are_put_away_after_the_kept_one_is_right() {
    var stale = with(KEPT, REGION, new Value.Text("NGL"));
    var lead = lead("lead", "ann@example.org");
    var update =
        new Change.Update(
            ANN,
            stale,
            Match.EXTERNAL_ID,
            Diff.between(ANN, stale.profile()),
            List.of(OLDER, lead));
    var outcome = apply(this::accept, 1, List.of(update)).outcomes().getFirst();
    assertThat(sent)
        .extracting(request -> request.getClass().getSimpleName())
        .containsExactly("Update", "Archive", "Merge", "Inspect");
    assertThat(sent).contains(new Request.Merge(contactId("lead"), contactId("kept")));
    assertThat(outcome.result()).isEqualTo(new Result.Updated());
    assertThat(outcome.duplicatesArchived()).isEqualTo(2);
  }

  @Test
  void surplus_contacts_stay_where_the_kept_one_could_not_be_made_right() {
    Gateway refusing =
        request -> {
          sent.add(request);
          return Answer.of(new Reply.Refused(Optional.empty(), "", "bad"));
        };
    var update = new Change.Update(ANN, KEPT, Match.EXTERNAL_ID, List.of(), List.of(OLDER));
    apply(refusing, 1, List.of(update));
    assertThat(sent).singleElement().isInstanceOf(Request.Update.class);
  }

  @Test
  void a_surplus_contact_that_will_not_go_makes_the_member_fail() {
    Gateway stuck = _ -> Answer.of(new Reply.Unavailable("502"));
    var same = new Change.Unchanged(ANN, KEPT, List.of(OLDER));
    var outcome = apply(stuck, 1, List.of(same)).outcomes().getFirst();
    assertThat(outcome.result()).isInstanceOf(Result.Failed.class);
    assertThat(outcome.duplicatesArchived()).isZero();
  }

  @Test
  void a_surplus_contact_that_is_gone_already_does_not_count_as_put_away() {
    Gateway gone =
        request ->
            Answer.of(
                request instanceof Request.Inspect
                    ? new Reply.Found(KEPT)
                    : new Reply.Missing("User Not Found"));
    var same = new Change.Unchanged(ANN, KEPT, List.of(OLDER));
    var outcome = apply(gone, 1, List.of(same)).outcomes().getFirst();
    assertThat(outcome.result()).isEqualTo(new Result.Unchanged());
    assertThat(outcome.duplicatesArchived()).isZero();
  }

  @Test
  void members_in_an_identity_clash_are_tried_once_more_at_the_end() {
    var clashes = new AtomicInteger();
    Gateway moving =
        request ->
            switch (request) {
              case Request.Inspect(var id) ->
                  Answer.of(new Reply.Found(user(id.value(), "900", "m0@example.org")));
              case Request.Create create
                  when create.fields().toString().contains("m0@example.org")
                      && clashes.getAndIncrement() == 0 ->
                  Answer.of(new Reply.Conflict(Optional.of(contactId("theirs")), false, "exists"));
              case Request other -> accept(other);
            };
    var applied = apply(moving, 1, creates(2));
    assertThat(applied.outcomes())
        .extracting(outcome -> outcome.result().getClass().getSimpleName())
        .containsExactly("Created", "Created");
    assertThat(settled).extracting(outcome -> outcome.member().value()).containsExactly("m1", "m0");
  }

  @Test
  void members_that_failed_for_a_passing_reason_are_tried_once_more_at_the_end() {
    var tries = new AtomicInteger();
    Gateway recovering =
        request ->
            request.toString().contains("m0@example.org") && tries.getAndIncrement() == 0
                ? Answer.of(new Reply.Unavailable("503"))
                : accept(request);
    var applied = apply(recovering, 1, creates(3));
    assertThat(applied.outcomes())
        .extracting(Outcome::result)
        .containsOnly(new Result.Created())
        .hasSize(3);
    assertThat(settled)
        .extracting(outcome -> outcome.member().value())
        .containsExactly("m1", "m2", "m0");
    assertThat(tries).hasValue(2);
  }

  @Test
  void members_that_fail_both_times_are_told_once_and_tried_no_third_time() {
    var tries = new AtomicInteger();
    Gateway broken =
        _ -> {
          tries.incrementAndGet();
          return Answer.of(new Reply.Unavailable("503"));
        };
    var applied = apply(broken, 1, creates(1));
    assertThat(applied.outcomes().getFirst().result())
        .isInstanceOfSatisfying(
            Result.Failed.class, failed -> assertThat(failed.passing()).isTrue());
    assertThat(settled).hasSize(1);
    assertThat(tries).hasValue(2);
  }

  @Test
  void members_that_were_refused_for_good_are_tried_once() {
    var tries = new AtomicInteger();
    Gateway refusing =
        _ -> {
          tries.incrementAndGet();
          return Answer.of(new Reply.Refused(Optional.of(FieldName.EMAIL), "", "bad"));
        };
    apply(refusing, 1, creates(1));
    assertThat(tries).hasValue(1);
  }

  @Test
  void nothing_is_asked_for_members_that_are_right_or_skipped() {
    var skip = new Change.Skip(member("102"), "", "no e-mail");
    var applied = apply(this::accept, 1, List.of(new Change.Unchanged(ANN, KEPT, List.of()), skip));
    assertThat(sent).isEmpty();
    assertThat(applied.outcomes())
        .extracting(Outcome::result)
        .containsExactly(new Result.Unchanged(), new Result.Skipped("no e-mail"));
  }

  private Applied apply(Gateway gateway, int concurrency, List<? extends Change> changes) {
    return new Applier(
            gateway,
            recovery(),
            () -> false,
            Outages.patient(),
            new CommonRefusals(new HeardListener()),
            concurrency,
            4)
        .apply(List.copyOf(changes), () -> false, DeedLog.none(), settled::add);
  }

  private Answer accept(Request request) {
    sent.add(request);
    return Answer.of(new Reply.Accepted(contact(request)));
  }

  /// The contact as the request asks for it.
  private static Contact contact(Request request) {
    return request instanceof Request.Create(var fields)
        ? right("made", new Wanted(ANN.member(), fields, List.of()))
        : KEPT;
  }

  private static Recovery recovery() {
    return new Recovery(
        new Roll(Set.of(member("101"), member("900")), Set.of()),
        Policy.DEFAULT,
        new Beginning(Instant.EPOCH));
  }

  private static List<Change> creates(int count) {
    return IntStream.range(0, count)
        .<Change>mapToObj(number -> {
          var wanted = wanted("m" + number, "m" + number + "@example.org");
          return new Change.Create(wanted, Diff.ofNew(wanted));
        })
        .toList();
  }

  private static void awaitBoth(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception unmet) {
      throw new IllegalStateException(unmet);
    }
  }
}
