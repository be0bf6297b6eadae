package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.put;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.wanted;
import static org.rollcall.support.People.with;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Applier;
import org.rollcall.apply.Beginning;
import org.rollcall.apply.CommonRefusals;
import org.rollcall.apply.DeedLog;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Recovery;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.apply.Result;
import org.rollcall.apply.Trail;
import org.rollcall.mapping.Projected;
import org.rollcall.model.Contact;
import org.rollcall.model.DataAttribute;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Change;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Difference;
import org.rollcall.plan.NotKept;
import org.rollcall.plan.Roll;
import org.rollcall.support.HeardListener;
import org.rollcall.support.Outages;

/// What Intercom refused once is not sent again until it changes.
class RefusedFieldsTest {
  private static final Wanted ANN = wanted("101", "ann@example.org");
  private static final Wanted BEN = wanted("102", "ben@example.org");

  private final RememberedRefusals memory = new RememberedRefusals();
  private static final Value CUT = new Value.Text("cut");

  @Test
  void a_refused_phone_is_remembered_and_left_alone_with_a_warning() {
    memory.remember(refusalsOf(List.of(ANN), Set.of("101")));
    var held = held(ANN);
    assertThat(held.wish(FieldName.PHONE)).isEqualTo(new Wish.Leave());
    assertThat(held.warnings())
        .containsExactly(
            "Intercom refused this phone in an earlier run, so it is not sent again until the roster has another or the attribute changes.");
    assertThat(held.fields()).hasSameSizeAs(ANN.fields());
    assertThat(held.shown(FieldName.NAME)).isEqualTo(ANN.shown(FieldName.NAME));
  }

  @Test
  void nobody_elses_phone_is_held_back_though_it_is_the_same() {
    memory.remember(refusalsOf(List.of(ANN, BEN), Set.of("101")));
    assertThat(memory.refusals).hasSize(1);
    assertThat(held(BEN)).isEqualTo(BEN);
  }

  @Test
  void another_phone_is_sent_and_so_is_an_empty_one() {
    memory.remember(refusalsOf(List.of(ANN), Set.of("101")));
    var moved = with(ANN, FieldName.PHONE, put("+12025550199"));
    var gone = with(ANN, FieldName.PHONE, new Wish.Clear());
    assertThat(held(moved)).isEqualTo(moved);
    assertThat(held(gone)).isEqualTo(gone);
  }

  @Test
  void the_last_refusal_of_a_field_counts() {
    var moved = with(ANN, FieldName.PHONE, put("+12025550199"));
    memory.remember(refusalsOf(List.of(ANN), Set.of("101")));
    memory.remember(refusalsOf(List.of(moved), Set.of("101")));
    assertThat(held(moved).wish(FieldName.PHONE)).isEqualTo(new Wish.Leave());
    assertThat(held(ANN)).isEqualTo(ANN);
  }

  @Test
  void what_is_held_back_makes_no_difference_any_more() {
    memory.remember(refusalsOf(List.of(ANN), Set.of("101")));
    var withoutPhone = right("c1", with(ANN, FieldName.PHONE, new Wish.Leave()));
    assertThat(Diff.between(ANN, withoutPhone.profile())).hasSize(1);
    assertThat(Diff.between(held(ANN), withoutPhone.profile())).isEmpty();
  }

  @Test
  void what_intercom_did_not_keep_in_two_runs_is_left_until_either_side_changes() {
    var stayed = new Difference(REGION, CUT.shown(), ANN.shown(REGION));
    var holdingBack = new KnownRefusals(memory, AttributeShapes.UNKNOWN);
    memory.remember(remembered(List.of(ANN, BEN), RefusedFieldsTest::cut));
    assertThat(holdingBack.of(ANN.member(), stayed)).isEqualTo(NotKept.Verdict.DOUBTED);
    memory.remember(remembered(List.of(ANN, BEN), RefusedFieldsTest::cut));
    assertThat(holdingBack.of(ANN.member(), stayed)).isEqualTo(NotKept.Verdict.KNOWN);
    assertThat(holdingBack.of(member("103"), stayed)).isEqualTo(NotKept.Verdict.OPEN);
    assertThat(
            holdingBack.of(ANN.member(), new Difference(REGION, "something else", stayed.after())))
        .isEqualTo(NotKept.Verdict.OPEN);
    assertThat(
            holdingBack.of(ANN.member(), new Difference(REGION, stayed.before(), "something else")))
        .isEqualTo(NotKept.Verdict.OPEN);
    assertThat(held(ANN)).isEqualTo(ANN);
  }

  @Test
  void what_intercom_did_not_keep_is_sent_again_once_the_attribute_has_another_shape() {
    memory.remember(remembered(List.of(ANN), RefusedFieldsTest::cut));
    memory.remember(remembered(List.of(ANN), RefusedFieldsTest::cut));
    var stayed = new Difference(REGION, CUT.shown(), ANN.shown(REGION));
    var listed = new DataAttribute("region", "options", false, true, List.of("GL"));
    var other = new KnownRefusals(memory, AttributeShapes.of(List.of(listed)));
    assertThat(other.of(ANN.member(), stayed)).isEqualTo(NotKept.Verdict.OPEN);
  }

  @Test
  void by_what_intercom_knows_a_person_is_never_held_back() {
    for (var field : List.of(FieldName.NAME, FieldName.EMAIL, FieldName.EXTERNAL_ID)) {
      var stayed = new Difference(field, "before", "after");
      var outcome = Outcome.of(ANN, new Result.Updated()).after(Trail.NONE.notKeeping(stayed));
      assertThat(Refusals.among(List.of(), List.of(outcome), memory, AttributeShapes.UNKNOWN))
          .isEmpty();
    }
  }

  @Test
  void where_nothing_was_refused_nothing_is_remembered_and_nothing_changed() {
    assertThat(refusalsOf(List.of(ANN, BEN), Set.of())).isEmpty();
    assertThat(held(ANN)).isSameAs(ANN);
    var skipped = new Projected.Skipped(member("103"), "", "no e-mail");
    assertThat(new KnownRefusals(memory, AttributeShapes.UNKNOWN).from(skipped)).isEqualTo(skipped);
  }

  @Test
  void a_digest_shows_no_value_and_differs_by_member_field_and_value() {
    var phone = new Value.Text("+12025550123");
    var digest = FieldDigest.of(member("101"), FieldName.PHONE, phone);
    assertThat(digest.hex()).matches("[0-9a-f]{64}");
    assertThat(digest)
        .isEqualTo(FieldDigest.of(member("101"), FieldName.PHONE, phone))
        .isNotEqualTo(FieldDigest.of(member("102"), FieldName.PHONE, phone))
        .isNotEqualTo(FieldDigest.of(member("101"), FieldName.NAME, phone))
        .isNotEqualTo(
            FieldDigest.of(member("101"), FieldName.PHONE, new Value.Text("+12025550124")));
  }

  private Wanted held(Wanted wanted) {
    var projected =
        new KnownRefusals(memory, AttributeShapes.UNKNOWN)
            .from(new Projected.Ready(wanted, List.of()));
    return projected instanceof Projected.Ready(var held, _, _) ? held : wanted("0", "");
  }

  /// What is remembered after a run that creates `members`, where Intercom takes no phone of those
  /// with the numbers `refused`.
  private List<RefusedFields.Refusal> refusalsOf(List<Wanted> members, Set<String> refused) {
    return remembered(
        members,
        request ->
            request instanceof Request.Create(var fields)
                    && fields.containsKey(FieldName.PHONE)
                    && refused.contains(shown(fields.get(FieldName.EXTERNAL_ID)))
                ? new Reply.Refused(Optional.of(FieldName.PHONE), "", "invalid")
                : new Reply.Accepted(holding(request)));
  }

  /// The contact as a create or update asks for it.
  private static Contact holding(Request request) {
    return request instanceof Request.Create(var fields)
        ? right("c", new Wanted(ANN.member(), fields, List.of()))
        : right("c", ANN);
  }

  /// Intercom keeps something else than the region that it was sent, however often it is read.
  private static Reply cut(Request request) {
    var held = with(holding(request), REGION, CUT);
    return request instanceof Request.Inspect ? new Reply.Found(held) : new Reply.Accepted(held);
  }

  private List<RefusedFields.Refusal> remembered(
      List<Wanted> members, Function<Request, Reply> replies) {
    Gateway gateway = request -> Answer.of(replies.apply(request));
    var changes =
        members.stream().<Change>map(each -> new Change.Create(each, Diff.ofNew(each))).toList();
    var roll = new Roll(Set.<MemberId>of(), Set.of());
    var applied =
        new Applier(
                gateway,
                new Recovery(roll, Policy.DEFAULT, new Beginning(Instant.EPOCH)),
                () -> false,
                Outages.patient(),
                new CommonRefusals(new HeardListener()),
                1,
                100)
            .apply(changes, () -> false, DeedLog.none(), _ -> {});
    return Refusals.among(changes, applied.outcomes(), memory, AttributeShapes.UNKNOWN);
  }

  private static String shown(@org.jspecify.annotations.Nullable Wish wish) {
    return wish instanceof Wish.Put(var value) ? value.shown() : "";
  }
}
