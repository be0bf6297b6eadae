package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Result;
import org.rollcall.model.Privacy;
import org.rollcall.run.Report;
import org.rollcall.run.Totals;
import org.rollcall.support.Golden;

class SummaryViewTest {
  private final SummaryView view = new SummaryView(Privacy.SHOW);

  @Test
  void l1_the_summary_reads_as_agreed() {
    assertThat(Shown.plain(view.of(Samples.succeeded())))
        .isEqualTo(
            List.of(
                "📊 Intercom Daily Sync Summary:",
                "⏱️  Duration: 487.23s",
                "📈 Total Members: 20145",
                "✨ Created: 23",
                "🔄 Updated: 109",
                "✅ Unchanged: 19980",
                "⏭️  Skipped: 33",
                "🔧 Duplicates Resolved: 12",
                "❌ Failed: 0"));
  }

  @Test
  void c1_a_dry_run_says_that_its_figures_are_simulated() {
    Golden.assertMatches("summary-simulated.txt", Shown.plain(view.of(Samples.simulated())));
    Golden.assertMatches(
        "summary-simulated-index.txt", Shown.plain(view.of(Samples.simulatedKnowingly())));
  }

  @Test
  void whoever_was_not_put_right_is_grouped_by_reason() {
    Golden.assertMatches("summary-partial.txt", Shown.plain(view.of(Samples.partial())));
  }

  @Test
  void reasons_are_masked_when_asked() {
    var masked = Shown.plain(new SummaryView(Privacy.MASK).of(Samples.partial()));
    assertThat(masked)
        .noneMatch(line -> line.contains("ana@example.org") || line.contains("Ana Diaz"))
        .anyMatch(line -> line.contains("a***@example.org"));
  }

  @Test
  void reasons_that_differ_by_an_id_are_one() {
    var outcomes =
        IntStream.rangeClosed(10_001, 10_007)
            .mapToObj(number ->
                Samples.outcome(
                    "" + number,
                    new Result.NeedsPerson("Contact c-%d was changed since.".formatted(number))))
            .toList();
    var report =
        Samples.report(Report.Status.PARTIAL, new Totals(7, 0, 0, 0, 0, 7, 0, 0), outcomes);
    assertThat(Shown.plain(view.of(report)))
        .contains(
            "Needs a person, 7 members: Contact … was changed since. (10001: c-10001; 10002: c-10002; 10003: c-10003; 10004: c-10004; 10005: c-10005, …)");
  }

  @Test
  void members_who_were_planned_as_new_and_found_archived_are_told() {
    assertThat(Shown.plain(view.of(Samples.partial())))
        .contains("🔄 Updated: 1 (1 of them found archived and brought back)");
  }

  @Test
  void a_run_that_did_not_finish_says_why() {
    assertThat(
            Shown.plain(
                view.of(Samples.ended(Report.Status.FAILED, Optional.of("The token is refused.")))))
        .containsExactly("The run failed. The token is refused.");
    assertThat(
            Shown.plain(
                view.of(Samples.ended(Report.Status.REFUSED, Optional.of("Too much; --force.")))))
        .containsExactly("Nothing was written. Too much; --force.");
    assertThat(Shown.plain(view.of(Samples.ended(Report.Status.INTERRUPTED, Optional.empty()))))
        .containsExactly(
            "Interrupted. What was in flight was finished; the next run finds the rest.");
  }
}
