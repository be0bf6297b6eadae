package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.json.PlanEntryJson;
import org.rollcall.model.ContactId;
import org.rollcall.model.HiddenStatus;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Leaver;
import org.rollcall.plan.Match;
import org.rollcall.review.PlanEntry;
import org.rollcall.review.PlanStep;
import org.rollcall.review.SurplusContact;

/// A plan that was saved is shown as it was when it was made.
class PlanFileTest {
  private final FakeOperations operations = new FakeOperations();

  @TempDir private Path folder;
  private String file = "";

  @BeforeEach
  void a_plan_is_saved() {
    operations.review = Samples.refused();
    file = folder.resolve("plan.json").toString();
    shown("plan", "--out", file);
  }

  @Test
  void it_is_shown_as_it_was_when_it_was_made() {
    for (var form : List.of("--all", "--summary", "--markdown", "--csv", "--json")) {
      assertThat(shown("show", file, form))
          .isEqualTo(
              shown("plan", form)
                  .replace("`rollcall sync` would", "`rollcall apply " + file + "` would"))
          .isNotBlank();
    }
  }

  @Test
  void it_is_shown_without_people_where_that_is_asked_for() {
    assertThat(shown("show", file, "--all", "--privacy", "mask"))
        .doesNotContain("bo@example.org", "home@example.org")
        .contains("b***@example.org", "h***@example.org");
  }

  @Test
  void part_of_it_is_shown_and_none_of_it_is_left_out_of_a_file() throws IOException {
    assertThat(shown("show", file, "--member", "10001", "--field", "region"))
        .contains("+ 10001", "Plan for 12 members")
        .doesNotContain("10002", "Notices");
    var narrow = folder.resolve("narrow.json");
    shown("plan", "--member", "10001", "--out", narrow.toString());
    assertThat(Files.readString(narrow)).isEqualTo(Files.readString(Path.of(file)));
  }

  @Test
  void who_asks_for_what_is_not_there_reads_what_is() {
    var screen = Captured.plain();
    assertThat(screen.run(operations, "show", file, "--field", "religion")).isZero();
    assertThat(screen.err())
        .contains(
            "Nothing in the plan is what --field, --member and --kind ask for; it lists 5 members and would write email, name, positions, region.");
  }

  @Test
  void what_no_version_writes_is_refused() throws IOException {
    var text = Files.readString(Path.of(file));
    for (var broken :
        List.of(
            text.replace("\"update\"", "\"upend\""),
            text.replace("external_id\"", "sixth_sense\""),
            text.replace("166/10s", "often"),
            text.replace("2026-11-23T", "yesterday"))) {
      assertThat(broken).isNotEqualTo(text);
      Files.writeString(Path.of(file), broken);
      var screen = Captured.plain();
      assertThat(screen.run(operations, "show", file)).isEqualTo(2);
      assertThat(screen.err()).contains("is not a plan that this version wrote");
    }
  }

  @Test
  void every_change_is_read_as_it_was_written() {
    var member = new MemberId("10001");
    var contact = new ContactId("c-1");
    var fields = List.of(new Difference(Samples.REGION, "", "GL"));
    var older = List.of(new SurplusContact(new ContactId("c-0"), "old@example.org", 7));
    var json = new PlanEntryJson(Privacy.SHOW);
    for (var entry :
        List.of(
            new PlanEntry.Create(member, "ana@example.org", fields),
            new PlanEntry.Update(member, "", contact, Match.LEAD, fields, older),
            new PlanEntry.Revive(member, "", contact, new HiddenStatus.Blocked()),
            new PlanEntry.Revive(member, "", contact, new HiddenStatus.Other("deleted")),
            new PlanEntry.Unchanged(member, "", contact, older),
            new PlanEntry.Skip(member, "", "There is no e-mail."),
            new PlanEntry.Clash(member, "", contact, "A person has to decide."),
            departure(PlanStep.Kind.WRITE, fields, Leaver.INELIGIBLE),
            departure(PlanStep.Kind.ARCHIVE, List.of(), Leaver.INELIGIBLE),
            departure(PlanStep.Kind.WRITE, fields, Leaver.ORPHAN),
            departure(PlanStep.Kind.ARCHIVE, List.of(), Leaver.ORPHAN))) {
      assertThat(PlanEntryJson.read(json.write(entry))).contains(entry);
    }
  }

  private static PlanEntry departure(PlanStep.Kind kind, List<Difference> fields, Leaver leaver) {
    var contact = new ContactId("c-1");
    var step = new PlanStep(kind, contact, fields);
    return new PlanEntry.Depart(new MemberId("10001"), "", contact, step, leaver);
  }

  private String shown(String... arguments) {
    var screen = Captured.plain();
    assertThat(screen.run(operations, arguments)).isZero();
    return screen.out();
  }
}
