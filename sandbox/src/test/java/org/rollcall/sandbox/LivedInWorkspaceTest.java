package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;

class LivedInWorkspaceTest {
  private static final FieldName REGION = FieldName.attribute("region");

  private static List<Wanted> members(int count) {
    return IntStream.range(0, count).mapToObj(LivedInWorkspaceTest::member).toList();
  }

  private static Wanted member(int number) {
    var fields = new TreeMap<FieldName, Wish>();
    fields.put(FieldName.ROLE, put("user"));
    fields.put(FieldName.EXTERNAL_ID, put(Integer.toString(9000 + number)));
    fields.put(FieldName.EMAIL, new Wish.Put(new Value.Email("member" + number + "@example.org")));
    fields.put(FieldName.NAME, put("Member " + number));
    fields.put(FieldName.PHONE, new Wish.Leave());
    fields.put(REGION, number % 9 == 0 ? new Wish.Clear() : put("R" + number % 5));
    return new Wanted(new MemberId(Integer.toString(9000 + number)), fields, List.of());
  }

  private static Wish put(String text) {
    return new Wish.Put(new Value.Text(text));
  }

  private final World world = new World(SandboxWorkspace.sandbox("sandbox"));

  private Map<MemberId, Fate> fill(int count) {
    return LivedInWorkspace.fill(world, members(count), Wire.START, 7);
  }

  private static boolean isRight(StoredContact contact, Wanted member) {
    var region = contact.attributes().get("region");
    return contact.isActive()
        && contact.isUser()
        && contact.emailKey().orElse("").equals(member.emailKey())
        && contact.text("name").orElse("").equals(member.shown(FieldName.NAME))
        && (region == null ? "" : region).equals(member.shown(REGION));
  }

  private List<Wanted> rightMembers(int count) {
    var right = new ArrayList<Wanted>();
    for (var member : members(count)) {
      if (world.withExternalId(member.member().value()).stream()
          .anyMatch(contact -> isRight(contact, member))) {
        right.add(member);
      }
    }
    return right;
  }

  @Test
  void all_but_about_one_and_a_half_percent_are_right() {
    var fates = fill(20_000);

    assertThat(rightMembers(20_000).size() / 20_000.0).isBetween(0.983, 0.988);
    assertThat(fates).hasSize(20_000);
    var active = world.contacts().stream().filter(StoredContact::isActive).count();
    assertThat(active).isGreaterThan(19_500);
  }

  @Test
  void of_200_members_every_fate_befalls_a_few() {
    var counts =
        fill(200).values().stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(counts).containsOnlyKeys(Fate.values());
    assertThat(counts.values()).allMatch(count -> count >= 3);
  }

  @Test
  void who_is_said_to_be_right_is_and_who_is_not_is_not() {
    var fates = fill(1000);

    var right = rightMembers(1000).stream().map(Wanted::member).toList();

    var expected =
        fates.entrySet().stream()
            .filter(entry ->
                switch (entry.getValue()) {
                  case RIGHT, DUPLICATED, LEAD_BESIDE -> true;
                  case STALE,
                      VERY_STALE,
                      MISSING,
                      ARCHIVED,
                      ARCHIVED_ELSEWHERE,
                      ARCHIVED_NAMELESS,
                      BLOCKED,
                      LEAD,
                      WEBSITE,
                      NAMELESS ->
                      false;
                })
            .map(Map.Entry::getKey)
            .toList();
    assertThat(right).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void the_same_seed_makes_the_same_world() {
    fill(500);
    var again = new World(SandboxWorkspace.sandbox("sandbox"));
    var other = new World(SandboxWorkspace.sandbox("sandbox"));
    LivedInWorkspace.fill(again, members(500), Wire.START, 7);
    LivedInWorkspace.fill(other, members(500), Wire.START, 8);

    assertThat(again.contacts()).isEqualTo(world.contacts());
    assertThat(other.contacts()).isNotEqualTo(world.contacts());
  }

  @Test
  void everybody_was_made_before_now_and_duplicates_before_the_one_to_keep() {
    fill(400);

    assertThat(world.contacts())
        .allMatch(contact -> contact.createdAt() < Wire.START.getEpochSecond());
    fill(400)
        .forEach((member, fate) -> {
          if (fate == Fate.DUPLICATED) {
            var kept = world.withExternalId(member.value()).getFirst();
            assertThat(world.withEmail(kept.email().orElseThrow()))
                .filteredOn(contact -> contact.externalId().isEmpty())
                .isNotEmpty();
          }
        });
  }

  @Test
  void strangers_carry_nobodys_number_or_email() {
    fill(1000);
    var emails = members(1000).stream().map(Wanted::emailKey).toList();

    var strangers =
        world.contacts().stream()
            .filter(contact -> !contact.emailKey().orElse("").endsWith("@example.org"))
            .filter(contact -> !contact.emailKey().orElse("").endsWith("@example.net"))
            .toList();

    assertThat(strangers).hasSize(10);
    assertThat(strangers)
        .noneMatch(contact -> contact.externalId().orElse("").startsWith("9"))
        .noneMatch(contact -> emails.contains(contact.emailKey().orElse("")));
  }

  @Test
  void a_small_roster_and_an_empty_one_are_lived_in_too() {
    fill(3);
    assertThat(rightMembers(3)).hasSize(3);
    assertThat(LivedInWorkspace.fill(world, List.of(), Wire.START, 7)).isEmpty();
  }
}
