package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.app.OrphanList;
import org.rollcall.model.Leavers;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Change;
import org.rollcall.plan.Deed;
import org.rollcall.plan.Leaver;
import org.rollcall.plan.Notice;
import org.rollcall.plan.Plan;
import org.rollcall.support.Golden;

class OrphansCommandTest {
  private final Captured screen = Captured.plain();
  private final FakeOperations operations = new FakeOperations();

  @ParameterizedTest
  @CsvSource({"'', orphans.txt", "--json, orphans.json", "--csv, orphans.csv"})
  void they_are_listed_with_when_they_were_seen_last(String form, String golden) {
    assertThat(run(form)).isZero();
    Golden.assertMatches(golden, screen.out());
  }

  @ParameterizedTest
  @CsvSource({"''", "--json", "--csv"})
  void nobody_is_named_where_people_are_masked(String form) {
    assertThat(run(form, "--privacy", "mask")).isZero();
    assertThat(screen.out()).contains("10432", "63f1c9").doesNotContain("gone@", "Gone");
  }

  @Test
  void that_there_are_none_is_said() {
    operations.orphans =
        new OrphanList(
            operations.orphans.sync(), operations.target, new Leavers.Ignore(), List.of());
    assertThat(run("")).isZero();
    assertThat(screen.out()).startsWith("No orphans: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plan --summary | 0 unchanged, 1 leaver to show as such, 2 orphans.",
        "plan           | x 10432  gone@example.org  is in no row of the members' table, contact 63f1c9",
        "plan           | 2 contacts have an external id that looks like a member number and that no row of the members' table has: 10432, 10433. They are archived, see leavers.orphans",
        "plan --markdown | 2 orphans",
        "plan --markdown | 2 contacts have an external id",
        "plan --json    | \"orphans\" : 2",
        "plan --json    | \"kind\" : \"orphans\"",
        "plan --csv     | 10432,gone@example.org,archive_orphan,63f1c9,,,,archive this contact"
      })
  void a_plan_counts_them(String command, String shown) {
    var contacts = operations.orphans.contacts();
    var gone = contacts.getFirst();
    var depart =
        new Change.Depart(new MemberId("10432"), gone, new Deed.Archive(gone.id()), Leaver.ORPHAN);
    operations.plan =
        new Plan(List.of(depart), List.of(new Notice.Orphaned(contacts, new Leavers.Archive())));
    assertThat(screen.run(operations, command.split(" "))).isZero();
    assertThat(screen.out()).contains(shown);
  }

  @Test
  void only_one_form_can_be_asked_for() {
    assertThat(run("--json", "--csv")).isEqualTo(2);
    assertThat(operations.asked).isEmpty();
  }

  private int run(String... options) {
    var words = new ArrayList<>(List.of("orphans"));
    List.of(options).stream().filter(option -> !option.isEmpty()).forEach(words::add);
    return screen.run(operations, words.toArray(String[]::new));
  }
}
