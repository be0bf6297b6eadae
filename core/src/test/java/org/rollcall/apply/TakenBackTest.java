package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.contact;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.lead;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.put;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.wanted;
import static org.rollcall.support.People.with;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.ContactIndex;
import org.rollcall.plan.DeedRecord;
import org.rollcall.plan.Departures;
import org.rollcall.plan.PlannedDeeds;
import org.rollcall.plan.Planner;
import org.rollcall.plan.Roll;
import org.rollcall.plan.Undo;
import org.rollcall.support.HeardListener;
import org.rollcall.support.ListedContacts;
import org.rollcall.support.Outages;
import org.rollcall.support.ShelfGateway;
import org.rollcall.support.ShelfGateway.Place;

/// A night, the night taken back, and that taken back: with everything that a run can do.
class TakenBackTest {
  private static final Wanted ANN = wanted("101", "ann@example.org");
  private static final Contact OLD =
      with(
          with(right("own", ANN), REGION, new Value.Text("NGL")),
          FieldName.NAME,
          new Value.Text("Anna"));

  private final ShelfGateway shelf = new ShelfGateway();
  private boolean listIsOld;

  @Test
  void a_contact_that_was_made_is_archived_and_brought_back() {
    assertThereAndBack(List.of(ANN));
  }

  @Test
  void fields_get_their_former_values_and_their_new_ones_again() {
    shelf.with(OLD, Place.SEEN);
    assertThereAndBack(List.of(ANN));
  }

  @Test
  void an_older_contact_is_brought_back_and_archived_again() {
    shelf.with(OLD, Place.SEEN);
    shelf.with(user("older", "", "ann@example.org"), Place.SEEN);
    assertThereAndBack(List.of(ANN));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SEEN"})
  void a_contact_that_was_brought_back_is_put_away_as_it_was(Place place) {
    shelf.with(OLD, place);
    assertThereAndBack(List.of(ANN));
  }

  @Test
  void an_adopted_contact_gets_its_former_number_back() {
    shelf.with(user("own", "0b2f1d9e-0000-4000-8000-00000000002a", "ann@example.org"), Place.SEEN);
    assertThereAndBack(List.of(ANN));
  }

  @Test
  void all_of_it_holds_though_no_list_is_believed() {
    listIsOld = true;
    shelf.with(OLD, Place.SEEN);
    shelf.with(user("older", "", "ann@example.org"), Place.SEEN);
    shelf.with(
        with(user("bob", "102", "bob@example.org"), REGION, new Value.Text("X")), Place.BLOCKED);
    assertThereAndBack(List.of(ANN, wanted("102", "bob@example.org")));
  }

  @Test
  void leavers_are_restored() {
    shelf.with(right("own", ANN), Place.SEEN);
    shelf.with(user("gone", "900", "gone@example.org"), Place.SEEN);
    var archived = thereAndBack(List.of(ANN), new Leavers.Archive());
    assertThat(archived).isEmpty();
    var marked =
        thereAndBack(List.of(ANN), new Leavers.Mark(new TreeMap<>(Map.of(REGION, put("Gone")))));
    assertThat(marked).isEmpty();
  }

  @Test
  void a_merge_is_named() {
    shelf.with(OLD, Place.SEEN);
    shelf.with(lead("lead", "ann@example.org"), Place.SEEN);
    var policy =
        new Policy(
            Policy.Duplicates.ARCHIVE,
            Policy.Leads.MERGE,
            Policy.DEFAULT.unknownExternalId(),
            new Leavers.Ignore());
    var night = run(plan(List.of(ANN), policy), policy);
    assertThat(shelf.snapshot()).doesNotContainKey("lead");
    var undone = run(undo(night), policy);
    assertThat(undone.outcomes.getFirst().warnings())
        .singleElement()
        .asString()
        .contains("Lead lead was merged into contact own");
    assertThat(shelf.snapshot().get("own")).contains("Anna");
  }

  @Test
  void a_contact_that_somebody_blocked_meanwhile_is_left() {
    shelf.with(OLD, Place.SEEN);
    var night = run(plan(List.of(ANN), Policy.DEFAULT), Policy.DEFAULT);
    shelf.with(right("own", ANN), Place.BLOCKED);
    var before = shelf.snapshot();
    assertThat(undo(night)).singleElement().isInstanceOf(Change.Skip.class);
    assertThat(shelf.snapshot()).isEqualTo(before);
  }

  @Test
  void a_contact_that_somebody_gave_away_while_it_is_taken_back_is_left() {
    listIsOld = true;
    shelf.with(OLD, Place.SEEN);
    var night = run(plan(List.of(ANN), Policy.DEFAULT), Policy.DEFAULT);
    var changes = undo(night);
    var theirs = with(right("own", ANN), FieldName.EXTERNAL_ID, new Value.Text("900"));
    shelf.with(theirs, Place.SEEN);
    var before = shelf.snapshot();
    var undone = run(changes, Policy.DEFAULT);
    assertThat(undone.outcomes.getFirst().result()).isInstanceOf(Result.IdentityClash.class);
    assertThat(shelf.snapshot()).isEqualTo(before);
  }

  @Test
  void what_somebody_changed_while_it_is_taken_back_stays() {
    listIsOld = true;
    shelf.with(OLD, Place.SEEN);
    var night = run(plan(List.of(ANN), Policy.DEFAULT), Policy.DEFAULT);
    var changes = undo(night);
    shelf.with(with(right("own", ANN), FieldName.NAME, new Value.Text("Annie")), Place.SEEN);
    run(changes, Policy.DEFAULT);
    assertThat(shelf.snapshot().get("own")).contains("Annie").contains("NGL");
  }

  @Test
  void a_contact_that_is_gone_while_it_is_taken_back_is_left() {
    listIsOld = true;
    shelf.with(OLD, Place.SEEN);
    var night = run(plan(List.of(ANN), Policy.DEFAULT), Policy.DEFAULT);
    var changes = undo(night);
    shelf.with(right("own", ANN), Place.ARCHIVED);
    var undone = run(changes, Policy.DEFAULT);
    assertThat(undone.outcomes.getFirst().result()).isEqualTo(new Result.Unchanged());
  }

  @Test
  void a_contact_that_was_given_away_before_a_night_ended_is_not_taken_over() {
    listIsOld = true;
    shelf.with(user("own", "", "ann@example.org"), Place.SEEN);
    var changes = plan(List.of(ANN), Policy.DEFAULT);
    shelf.with(contact("own", "user", "900", "ann@example.org", 5), Place.SEEN);
    var before = shelf.snapshot();
    var night = run(changes, Policy.DEFAULT);
    assertThat(night.outcomes.getFirst().result()).isInstanceOf(Result.IdentityClash.class);
    assertThat(shelf.snapshot()).isEqualTo(before);
    assertThat(shelf.asked()).noneMatch(Request::writes);
  }

  @Test
  void an_older_contact_that_was_given_away_before_a_night_ended_is_not_put_away() {
    listIsOld = true;
    shelf.with(right("own", ANN), Place.SEEN);
    shelf.with(user("older", "", "ann@example.org"), Place.SEEN);
    var changes = plan(List.of(ANN), Policy.DEFAULT);
    shelf.with(contact("older", "user", "900", "ann@example.org", 5), Place.SEEN);
    var before = shelf.snapshot();
    run(changes, Policy.DEFAULT);
    assertThat(shelf.snapshot()).isEqualTo(before);
  }

  private void assertThereAndBack(List<Wanted> wanted) {
    assertThat(thereAndBack(wanted, new Leavers.Ignore())).isEmpty();
  }

  /// What was warned of on the way there, back and there again.
  private List<String> thereAndBack(List<Wanted> wanted, Leavers leavers) {
    var usual = Policy.DEFAULT;
    var policy = new Policy(usual.duplicates(), usual.leads(), usual.unknownExternalId(), leavers);
    var before = shelf.snapshot();
    var night = run(plan(wanted, policy), policy);
    var synced = shelf.snapshot();
    assertThat(synced).isNotEqualTo(before);
    var back = run(undo(night), policy);
    var made = new TreeSet<>(synced.keySet());
    made.removeAll(before.keySet());
    assertThat(without(shelf.snapshot(), made)).isEqualTo(before);
    made.forEach(id -> assertThat(shelf.snapshot().get(id)).startsWith("ARCHIVED"));
    var again = run(undo(back), policy);
    assertThat(shelf.snapshot()).isEqualTo(synced);
    run(undo(again), policy);
    assertThat(without(shelf.snapshot(), made)).isEqualTo(before);
    return List.of(night, back, again).stream()
        .flatMap(each -> each.outcomes.stream())
        .flatMap(each -> each.warnings().stream())
        .toList();
  }

  private static Map<String, String> without(Map<String, String> snapshot, Set<String> made) {
    var rest = new TreeMap<>(snapshot);
    rest.keySet().removeAll(made);
    return rest;
  }

  private List<Change> plan(List<Wanted> wanted, Policy policy) {
    var index = new ContactIndex();
    shelf.seen().forEach(index::add);
    var eligible = new TreeSet<MemberId>();
    wanted.forEach(each -> eligible.add(each.member()));
    var departures = new Departures(index, policy.leavers()).among(everybody(eligible), eligible);
    return List.copyOf(
        new Planner(index, roll(wanted), policy).plan(wanted, List.of(), departures).changes());
  }

  private static Set<MemberId> everybody(Set<MemberId> eligible) {
    var everybody = new TreeSet<>(eligible);
    everybody.add(member("900"));
    return everybody;
  }

  private static Roll roll(List<Wanted> wanted) {
    var numbers = new TreeSet<MemberId>();
    wanted.forEach(each -> numbers.add(each.member()));
    return Roll.of(everybody(numbers), wanted);
  }

  private List<Change> undo(Told earlier) {
    var undo = new Undo(new ListedContacts(shelf.seen()), Map.of());
    return earlier.deeds.entrySet().stream()
        .map(each -> undo.of(new Undo.Past(each.getKey(), "", each.getValue(), 0)))
        .toList();
  }

  private Told run(List<Change> changes, Policy policy) {
    var told = new Told();
    var applied =
        new Applier(
                shelf,
                new Recovery(
                    new Roll(Set.of(member("101"), member("102"), member("900")), Set.of()),
                    policy,
                    new Beginning(Instant.EPOCH)),
                () -> listIsOld,
                Outages.patient(),
                new CommonRefusals(new HeardListener()),
                1,
                10)
            .apply(changes, () -> false, told, told.outcomes::add);
    assertThat(applied.whole()).isTrue();
    return told;
  }

  /// What a run tells of its deeds, as a journal has it in the end.
  private static final class Told implements DeedLog {
    private final Map<MemberId, List<DeedRecord>> deeds = new LinkedHashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    @Override
    public void begin(List<Change> changes) {
      changes.forEach(change ->
          deeds.put(
              change.member(), PlannedDeeds.of(change).stream().map(DeedRecord::ahead).toList()));
    }

    @Override
    public void about(MemberId member, List<DeedRecord> before) {
      deeds.put(member, before);
    }

    @Override
    public void done(MemberId member, List<DeedRecord> done) {
      assertThat(done).allMatch(each -> each.landing() != DeedRecord.Landing.UNKNOWN);
      deeds.put(member, done);
    }
  }

  @Test
  void the_shelf_itself_behaves() {
    shelf.with(OLD, Place.SEEN);
    assertThat(shelf.send(new Request.Inspect(contactId("own"))).reply())
        .isEqualTo(new Reply.Found(OLD));
  }
}
