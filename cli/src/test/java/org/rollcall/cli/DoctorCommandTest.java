package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.Finding;
import org.rollcall.draft.CodeUse;
import org.rollcall.draft.NamedCode;
import org.rollcall.draft.Saying;
import org.rollcall.model.SyncName;
import org.rollcall.model.ValueKind;
import org.rollcall.support.Golden;
import org.rollcall.survey.Repair;

class DoctorCommandTest {
  private static final Repair POINTS = new Repair("points", ValueKind.NUMBER);

  private static final List<NamedCode> CODES =
      List.of(
          code("VP", Optional.of("Vice President"), 54, Optional.of(new Saying("Deputy", 48, 50))),
          code("SEC", Optional.empty(), 12, Optional.empty()),
          code("ev\u001bil " + "x".repeat(60), Optional.empty(), 1, Optional.empty()));

  private static NamedCode code(
      String code, Optional<String> name, int members, Optional<Saying> saying) {
    return new NamedCode("positions", name, new CodeUse(code, members, saying));
  }

  private final java.io.InputStream usual = System.in;
  private final Captured screen = Captured.plain();
  private final FakeOperations operations = new FakeOperations();

  DoctorCommandTest() {
    operations.diagnosis =
        new Diagnosis(
            List.of(
                new Finding.Good("Settings", "No mistake in rollcall.yaml."),
                new Finding.Warning(
                    "Clock against Intercom",
                    "This machine's clock is 40 seconds behind that of Intercom.",
                    "Set the clock by NTP."),
                new Finding.Wrong(
                    "Custom attributes",
                    "points does not exist.",
                    "`rollcall doctor --fix` creates it.")),
            List.of(POINTS));
  }

  @AfterEach
  void giveBack() {
    System.setIn(usual);
  }

  @Test
  void the_view_says_of_each_whether_it_is_right_and_what_to_do() {
    assertThat(screen.run(operations, "doctor")).isEqualTo(1);
    Golden.assertMatches("doctor.txt", screen.out());
    assertThat(operations.asked).isEmpty();
  }

  @Test
  void json_says_the_same() {
    assertThat(screen.run(operations, "doctor", "--json")).isEqualTo(1);
    Golden.assertMatches("doctor.json", screen.out());
  }

  @Test
  void the_codes_are_listed_with_their_names_and_members() {
    operations.diagnosis = new Diagnosis(List.of(), List.of(), CODES);
    assertThat(screen.run(operations, "doctor")).isZero();
    Golden.assertMatches("doctor-codes.txt", screen.out());
    var json = Captured.plain();
    assertThat(json.run(operations, "doctor", "--json")).isZero();
    Golden.assertMatches("doctor-codes.json", json.out());
  }

  @Test
  void of_thousands_of_codes_some_are_listed() {
    operations.diagnosis =
        new Diagnosis(
            List.of(),
            List.of(),
            IntStream.range(0, 5_000)
                .mapToObj(each -> code("C" + each, Optional.empty(), 1, Optional.empty()))
                .toList());
    assertThat(screen.run(operations, "doctor")).isZero();
    assertThat(screen.out()).contains("  … and 4960 more codes. --json has them all.\n");
    assertThat(screen.out().lines()).hasSizeLessThan(50);
  }

  @Test
  void nothing_is_created_without_a_yes() {
    for (var answer : List.of("", "\n", "no\n", "yesterday\n")) {
      say(answer);
      assertThat(screen.run(operations, "doctor", "--fix")).isEqualTo(1);
    }
    assertThat(operations.asked).isEmpty();
    assertThat(screen.err()).contains("  points, type float\n");
  }

  @Test
  void a_yes_creates_what_was_shown() {
    say("y\n");
    assertThat(screen.run(operations, "doctor", "--fix")).isZero();
    assertThat(operations.asked).containsExactly(POINTS);
    assertThat(screen.out()).endsWith("Ready to run.\n");
  }

  @Test
  void what_a_repair_leaves_is_told_and_counted_again() {
    operations.afterRepair =
        new Diagnosis(
            List.of(
                new Finding.Good("Settings", "No mistake in rollcall.yaml."),
                new Finding.Good("Custom attributes", "All attributes exist and fit."),
                new Finding.Warning("Clock against Intercom", "It is behind.", "Set the clock.")),
            List.of());
    assertThat(screen.run(operations, "doctor", "--fix", "--yes")).isZero();
    Golden.assertMatches("doctor-fix.txt", screen.out());
  }

  @Test
  void what_was_created_for_one_sync_is_not_created_again_for_the_next() {
    operations.syncs = List.of(new SyncName("north"), new SyncName("south"));
    assertThat(screen.run(operations, "doctor", "--fix", "--yes")).isZero();
    assertThat(operations.asked).containsExactly(POINTS);
    assertThat(screen.out()).endsWith("Sync south:\n\nReady to run.\n");
  }

  @Test
  void a_finding_names_what_could_not_be_looked_at_because_of_it() {
    var away =
        new Finding.Wrong(
            "Way to PostgreSQL",
            "Nobody listens at db.example.org:5432, or not within 10 seconds.",
            "Check DATABASE_URL.",
            List.of("Table members", "Eligible members"));
    operations.diagnosis = new Diagnosis(List.of(away), List.of());
    assertThat(screen.run(operations, "doctor")).isEqualTo(1);
    assertThat(screen.out())
        .contains("  Not looked at because of it: Table members, Eligible members.\n")
        .endsWith("1 error.\n");
    assertThat(screen.run(operations, "doctor", "--json")).isEqualTo(1);
    assertThat(screen.out()).contains("\"unseen\" : [ \"Table members\", \"Eligible members\" ]");
  }

  private static void say(String answer) {
    System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
  }
}
