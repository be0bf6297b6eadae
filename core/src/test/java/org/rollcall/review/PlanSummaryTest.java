package org.rollcall.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.HiddenStatus;
import org.rollcall.model.MemberId;
import org.rollcall.model.Rate;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Match;

/// What a plan comes to, and which part of it is shown.
class PlanSummaryTest {
  private static final FieldName POSITIONS = FieldName.attribute("positions");
  private static final FieldName REGION = FieldName.attribute("region");

  private static PlanEntry update(int member, Difference... fields) {
    return new PlanEntry.Update(
        new MemberId(String.valueOf(member)),
        "ana@example.org",
        new ContactId("c-" + member),
        Match.EXTERNAL_ID,
        List.of(fields),
        List.of());
  }

  private static Difference positions(String before, String after) {
    return new Difference(POSITIONS, before, after);
  }

  private static final List<PlanEntry> ENTRIES =
      Stream.of(
              IntStream.range(0, 54).mapToObj(at -> update(at, positions("SEC", "Secretary"))),
              IntStream.range(100, 103).mapToObj(at -> update(at, positions("SEC", ""))),
              Stream.of(
                  update(200, positions("", "Treasurer"), new Difference(REGION, "GL", "NE")),
                  new PlanEntry.Create(
                      new MemberId("300"), "", List.of(new Difference(REGION, "", "NE"))),
                  new PlanEntry.Revive(
                      new MemberId("301"), "", new ContactId("c-301"), new HiddenStatus.Archived()),
                  new PlanEntry.Skip(new MemberId("400"), "", "Contact 6745ab1 has 'x'."),
                  new PlanEntry.Clash(
                      new MemberId("401"), "", new ContactId("c"), "Contact 6745ab2 has 'y'."),
                  new PlanEntry.Unchanged(
                      new MemberId("500"),
                      "",
                      new ContactId("c-500"),
                      List.of(new SurplusContact(new ContactId("c-501"), "", 0)))))
          .flatMap(entries -> entries)
          .toList();

  @Test
  void the_most_changed_field_and_the_most_frequent_values_come_first() {
    var fields = PlanSummary.of(ENTRIES).fields();
    assertThat(fields).extracting(FieldChanges::field).containsExactly(POSITIONS, REGION);
    var positions = fields.getFirst();
    assertThat(positions.contacts()).isEqualTo(58);
    assertThat(positions.filled()).isEqualTo(1);
    assertThat(positions.emptied()).isEqualTo(3);
    assertThat(positions.replaced()).isEqualTo(54);
    assertThat(positions.pairs())
        .startsWith(
            new FieldChanges.Pair(positions("SEC", "Secretary"), 54),
            new FieldChanges.Pair(positions("SEC", ""), 3));
    assertThat(positions.shown(2)).isEqualTo(57);
  }

  @Test
  void reasons_are_counted_without_what_is_one_members() {
    assertThat(PlanSummary.of(ENTRIES).skipped())
        .containsExactly(new PlanSummary.Reason("Contact … has ….", 2));
  }

  @Test
  void a_field_is_asked_for_by_either_of_its_names() {
    assertThat(members(new PlanFilter(Set.of("region"), Set.of(), Set.of())))
        .containsExactly("200", "300");
    assertThat(members(new PlanFilter(Set.of("custom_attributes.region"), Set.of(), Set.of())))
        .containsExactly("200", "300");
  }

  @Test
  void a_kind_is_what_people_mean_by_it() {
    assertThat(members(kind(PlanFilter.Kind.CREATE))).containsExactly("300", "301");
    assertThat(members(kind(PlanFilter.Kind.SKIP))).containsExactly("400", "401");
    assertThat(members(kind(PlanFilter.Kind.ARCHIVE))).containsExactly("500");
    assertThat(members(kind(PlanFilter.Kind.UPDATE))).hasSize(58).doesNotContain("300", "500");
  }

  @Test
  void what_is_asked_for_at_once_has_to_hold_at_once() {
    var filter =
        new PlanFilter(
            Set.of("positions"), Set.of(new MemberId("1"), new MemberId("300")), Set.of());
    assertThat(members(filter)).containsExactly("1");
    assertThat(members(PlanFilter.OPEN)).hasSize(ENTRIES.size());
  }

  @Test
  void the_time_that_calls_take_is_that_of_the_rate() {
    var cost = new PlanCost(1_660, Rate.of("166/10s"));
    assertThat(cost.duration()).isEqualTo(Duration.ofSeconds(100));
  }

  private static PlanFilter kind(PlanFilter.Kind kind) {
    return new PlanFilter(Set.of(), Set.of(), Set.of(kind));
  }

  private static List<String> members(PlanFilter filter) {
    return ENTRIES.stream().filter(filter::includes).map(entry -> entry.member().value()).toList();
  }
}
