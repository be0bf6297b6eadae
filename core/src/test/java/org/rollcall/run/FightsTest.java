package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.wanted;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rollcall.model.ContactId;
import org.rollcall.model.DataAttribute;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Change;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Fight;
import org.rollcall.plan.Match;
import org.rollcall.plan.NotKept;
import org.rollcall.plan.Notice;
import org.rollcall.plan.Plan;

class FightsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final Difference RESET = new Difference(REGION, "XX", "GL");
  private static final Difference RENAMED = new Difference(FieldName.NAME, "B", "A");

  private final Memory memory = new Memory();
  private final List<Written> journal = new ArrayList<>();

  private record Written(MemberId member, Difference field, Instant when) {}

  @Test
  void what_two_nights_wrote_is_left_in_the_third() {
    nights("101", RESET, 2, 1);
    var fought = fights(AttributeShapes.UNKNOWN).among(plan("101", RESET));
    var fight = new Fight(member("101"), RESET, 2, ago(2), ago(1));
    assertThat(fought).isEqualTo(new Fought(List.of(fight), List.of(), List.of()));
    assertThat(fought.leavesNothing()).isFalse();
    assertThat(fought.notices())
        .containsExactly(new Notice.Fighting(RESET, 1, List.of(member("101")), 2, ago(2), true));
  }

  @Test
  void one_night_is_no_fight_and_a_plan_without_updates_asks_nothing() {
    nights("101", RESET, 1);
    assertThat(fights(AttributeShapes.UNKNOWN).among(plan("101", RESET))).isEqualTo(Fought.NOTHING);
    var asking = new Fights(refusing(), memory, AttributeShapes.UNKNOWN, NOW);
    assertThat(asking.among(new Plan(List.of(), List.of())).leavesNothing()).isTrue();
  }

  @Test
  void a_change_of_everybody_is_not_looked_at() {
    var changes = new ArrayList<Change>();
    for (int number = 0; number < 25_001; number++) {
      changes.add(update("m" + number, RESET));
    }
    var asking = new Fights(refusing(), memory, AttributeShapes.UNKNOWN, NOW);
    assertThat(asking.among(new Plan(changes, List.of()))).isEqualTo(Fought.NOTHING);
    nights("m7", RESET, 2, 1);
    changes.removeLast();
    var fewer = fights(AttributeShapes.UNKNOWN).among(new Plan(changes, List.of()));
    assertThat(fewer.begun()).hasSize(1);
  }

  @Test
  void what_is_left_stays_so_until_its_week_is_over_and_is_written_once_then() {
    nights("101", RESET, 5, 4);
    memory.leave("101", RESET, AttributeShapes.UNKNOWN, ago(3));
    var left = fights(AttributeShapes.UNKNOWN).among(plan("101", RESET));
    assertThat(left.resting()).hasSize(1);
    assertThat(left.begun()).isEmpty();
    assertThat(left.notices()).hasSize(1);

    memory.refusals.clear();
    journal.clear();
    nights("101", RESET, 9, 8);
    assertThat(fights(AttributeShapes.UNKNOWN).among(plan("101", RESET))).isEqualTo(Fought.NOTHING);
    nights("101", RESET, 9, 8, 1);
    assertThat(fights(AttributeShapes.UNKNOWN).among(plan("101", RESET)).begun()).hasSize(1);
  }

  @Test
  void a_fight_of_a_week_ago_is_over() {
    nights("101", RESET, 8, 7);
    assertThat(fights(AttributeShapes.UNKNOWN).among(plan("101", RESET)).begun()).isEmpty();
  }

  @Test
  void another_attribute_lets_it_go_once() {
    var listed =
        AttributeShapes.of(
            List.of(new DataAttribute("region", "options", false, true, List.of("GL"))));
    nights("101", RESET, 5, 4);
    memory.leave("101", RESET, AttributeShapes.UNKNOWN, ago(3));
    assertThat(fights(listed).among(plan("101", RESET))).isEqualTo(Fought.NOTHING);
    nights("101", RESET, 5, 4, 2);
    assertThat(fights(listed).among(plan("101", RESET)).begun()).hasSize(1);
  }

  @Test
  void what_was_doubted_or_refused_is_no_rest() {
    nights("101", RESET, 2, 1);
    var digest = FieldDigest.of(member("101"), RESET, AttributeShapes.UNKNOWN);
    memory.remember(
        List.of(
            new RefusedFields.Refusal(member("101"), REGION, digest, RefusedFields.Kind.DOUBTED)));
    memory.when.put("101", ago(0));
    assertThat(fights(AttributeShapes.UNKNOWN).among(plan("101", RESET)).begun()).hasSize(1);
  }

  @Test
  void by_what_intercom_knows_a_person_is_named_and_goes_on() {
    nights("101", RENAMED, 2, 1);
    var fought = fights(AttributeShapes.UNKNOWN).among(plan("101", RENAMED));
    assertThat(fought.leavesNothing()).isTrue();
    assertThat(fought.notices())
        .containsExactly(new Notice.Fighting(RENAMED, 1, List.of(member("101")), 2, ago(2), false));
    assertThat(Refusals.fought(fought.begun(), AttributeShapes.UNKNOWN)).isEmpty();
  }

  @Test
  void many_are_told_by_their_values_and_the_rest_by_their_field() {
    var changes = new ArrayList<Change>();
    for (int number = 0; number < 30; number++) {
      var id = "m%02d".formatted(number);
      var own = new Difference(REGION, number < 15 ? "XX" : "X" + number, "GL");
      nights(id, own, 2, 1);
      changes.add(update(id, own));
    }
    nights("m03", RESET, 3);
    var notices = fights(AttributeShapes.UNKNOWN).among(new Plan(changes, List.of())).notices();
    assertThat(notices).hasSize(11);
    assertThat(notices.getFirst())
        .isEqualTo(
            new Notice.Fighting(
                RESET,
                15,
                List.of(member("m00"), member("m01"), member("m02"), member("m03"), member("m04")),
                3,
                ago(3),
                true));
    assertThat(notices.getLast()).isEqualTo(new Notice.MoreFights(REGION, 6, true));
  }

  @Test
  void only_the_field_of_the_fight_is_left_and_the_rest_is_known_as_before() {
    nights("101", RESET, 2, 1);
    var fought = fights(AttributeShapes.UNKNOWN).among(plan("101", RESET));
    NotKept others =
        new NotKept() {
          @Override
          public Verdict of(MemberId member, Difference difference) {
            return Verdict.DOUBTED;
          }

          @Override
          public boolean isUnmerged(MemberId member, ContactId lead, ContactId into) {
            return true;
          }
        };
    var known = fought.beside(others);
    assertThat(known.of(member("101"), RESET)).isEqualTo(NotKept.Verdict.FOUGHT);
    assertThat(known.of(member("102"), RESET)).isEqualTo(NotKept.Verdict.DOUBTED);
    assertThat(known.of(member("101"), RENAMED)).isEqualTo(NotKept.Verdict.DOUBTED);
    assertThat(known.isUnmerged(member("101"), contactId("a"), contactId("b"))).isTrue();
    assertThat(
            fought.beside(NotKept.NOTHING).isUnmerged(member("1"), contactId("a"), contactId("b")))
        .isFalse();
  }

  @Test
  void what_is_left_is_remembered_by_its_values_and_the_attribute() {
    var fight = new Fight(member("101"), RESET, 2, ago(2), ago(1));
    assertThat(Refusals.fought(List.of(fight), AttributeShapes.UNKNOWN))
        .containsExactly(
            new RefusedFields.Refusal(
                member("101"),
                REGION,
                FieldDigest.of(member("101"), RESET, AttributeShapes.UNKNOWN),
                RefusedFields.Kind.FOUGHT));
    assertThat(Fights.none().among(plan("101", RESET))).isEqualTo(Fought.NOTHING);
  }

  private Fights fights(AttributeShapes shapes) {
    WrittenBefore written =
        (members, since, listener) ->
            journal.stream()
                .filter(each -> members.contains(each.member()) && each.when().isAfter(since))
                .sorted((one, other) -> other.when().compareTo(one.when()))
                .forEach(each -> listener.wrote(each.member(), List.of(each.field()), each.when()));
    return new Fights(written, memory, shapes, NOW);
  }

  private static WrittenBefore refusing() {
    return (_, _, _) -> {
      throw new AssertionError("Nobody has to ask.");
    };
  }

  private void nights(String id, Difference field, int... daysAgo) {
    for (int days : daysAgo) {
      var written = new Written(member(id), field, ago(days));
      if (!journal.contains(written)) {
        journal.add(written);
      }
    }
  }

  private static Plan plan(String id, Difference difference) {
    return new Plan(List.of(update(id, difference)), List.of());
  }

  private static Change update(String id, Difference difference) {
    var wanted = wanted(id, id + "@example.org");
    return new Change.Update(
        wanted, right("c" + id, wanted), Match.EXTERNAL_ID, List.of(difference), List.of());
  }

  private static Instant ago(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  /// Keeps what it is told.
  private static final class Memory implements RefusedFields {
    private final Map<MemberId, Map<FieldName, Refusal>> refusals = new HashMap<>();
    private final Map<String, Instant> when = new HashMap<>();

    void leave(String id, Difference difference, AttributeShapes shapes, Instant since) {
      var digest = FieldDigest.of(member(id), difference, shapes);
      remember(List.of(new Refusal(member(id), difference.field(), digest, Kind.FOUGHT)));
      when.put(id, since);
    }

    @Override
    public Map<FieldName, Refusal> of(MemberId member) {
      return refusals.getOrDefault(member, Map.of());
    }

    @Override
    public Optional<Instant> remembered(MemberId member, FieldName field) {
      return Optional.ofNullable(when.get(member.value()));
    }

    @Override
    public void remember(List<Refusal> more) {
      more.forEach(each ->
          refusals.computeIfAbsent(each.member(), _ -> new HashMap<>()).put(each.field(), each));
    }

    @Override
    public Set<RefusedMerge> merges(MemberId member) {
      return Set.of();
    }
  }
}
