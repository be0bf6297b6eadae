package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.StoredContact;

/// Member numbers and external ids with characters that nobody sees, over both ways in.
@Tag("slow")
class UnseenNumbersTest {
  /// Filler letters of Hangul, tags, joiners, variation selectors and blanks of other widths.
  private static final List<String> UNSEEN =
      List.of("\u200e", "\u3164", "\u115f", "\udb40\udc41", "\ufe0f", "\u034f", "\u00a0", "\u2007");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void each_member_has_one_contact_whatever_hides_in_the_numbers(Way way) throws Exception {
    try (var stage = new Stage(SampleRoster.of(3), folder)) {
      for (int index = 0; index < UNSEEN.size(); index++) {
        add(stage, "7700" + index + UNSEEN.get(index), "roster" + index);
        add(stage, "8800" + index, "contact" + index);
        put(stage, "8800" + index + UNSEEN.get(index), "old" + index);
      }
      put(stage, "\u200e", "nobody");
      var ran = way.run(stage, "sync", "--force");
      assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
      var numbers = numbers(stage);
      for (int index = 0; index < UNSEEN.size(); index++) {
        assertThat(numbers).containsEntry("7700" + index, "roster" + index + "@example.org");
        assertThat(numbers).containsEntry("8800" + index, "contact" + index + "@example.org");
      }
      assertThat(stage.world.contacts()).hasSize(3 + 2 * UNSEEN.size() + 1);
      assertThat(way.run(stage, "plan", "--exit-code").code()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_members_whose_external_ids_come_to_one_nobody_is_written(Way way) throws Exception {
    try (var stage = new Stage(SampleRoster.of(3), folder)) {
      stage.settings(text ->
          text.replace(
              "external_id: member.membernumber", "external_id: lower(member.membernumber)"));
      add(stage, "AB1", "upper");
      add(stage, "ab1", "lower");
      var ran = way.run(stage, "sync", "--report", stage.path("report.json"));
      assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
      assertThat(numbers(stage)).hasSize(3).doesNotContainKeys("ab1", "AB1");
      assertThat(stage.report("report.json").path("members").toString())
          .contains("The external id 'ab1' would be that of member AB1 and of member ab1.")
          .contains("The external id 'ab1' would be that of member ab1 and of member AB1.");
      assertThat(way.run(stage, "explain", "ab1").out()).contains("and of member AB1");
    }
  }

  private static void add(Stage stage, String number, String name) throws Exception {
    stage.sql(
        "insert into members(membernumber, email, firstname, lastname, status, membertypeid) "
            + "values ('%s', '%s@example.org', 'Ann', '%s', 'Active', 6)"
                .formatted(number, name, name));
  }

  private static void put(Stage stage, String externalId, String name) {
    stage.world.put(
        StoredContact.user(
            stage.world.newId(),
            Map.of("external_id", externalId, "email", name + "@example.org"),
            Map.of(),
            1_600_000_000));
  }

  private static Map<String, String> numbers(Stage stage) {
    return stage.world.contacts().stream()
        .filter(contact -> contact.externalId().isPresent())
        .collect(
            Collectors.toMap(
                contact -> contact.externalId().orElseThrow(),
                contact -> contact.email().orElse("")));
  }
}
