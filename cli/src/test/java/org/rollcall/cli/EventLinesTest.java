package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Result;
import org.rollcall.cli.LogLine.Level;
import org.rollcall.model.Privacy;
import org.rollcall.run.Basis;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.support.Golden;

class EventLinesTest {
  @Test
  void l1_the_log_reads_as_agreed() {
    var lines = new EventLines(Privacy.SHOW);
    assertThat(texts(lines, new RunEvent.RosterCounted(20123, 1000)))
        .containsExactly("Total members to fetch: 20123 (fetching in pages of 1000)");
    assertThat(texts(lines, new RunEvent.RosterPage(1, 1000)))
        .containsExactly("Fetched page 1 (1000 members so far...)");
    assertThat(texts(lines, new RunEvent.RosterRead(20123)))
        .containsExactly("Found 20123 members with email addresses");
    assertThat(texts(lines, settled(new Result.Unchanged(), 100, 20000)))
        .containsExactly("Progress: 100/20000 members synced");
    assertThat(texts(lines, new RunEvent.RateWait(166, 166, Duration.ofSeconds(5))))
        .containsExactly(
            "Rate limit reached, waiting 5s... (166 of 166 requests used in this window)");
  }

  @Test
  void l1_progress_is_told_every_twenty_members_and_at_the_end() {
    var lines = new EventLines(Privacy.SHOW);
    var told =
        IntStream.rangeClosed(1, 47)
            .mapToObj(done -> settled(new Result.Unchanged(), done, 47))
            .flatMap(event -> texts(lines, event).stream())
            .toList();
    assertThat(told)
        .containsExactly(
            "Progress: 20/47 members synced",
            "Progress: 40/47 members synced",
            "Progress: 47/47 members synced");
  }

  @Test
  void l1_a_whole_night_reads_well() {
    Golden.assertMatches("log.txt", night(Privacy.SHOW, Basis.INTERCOM));
  }

  @Test
  void l1_a_whole_night_reads_well_with_people_masked() {
    var masked = night(Privacy.MASK, Basis.INTERCOM);
    Golden.assertMatches("log-masked.txt", masked);
    assertThat(masked)
        .noneMatch(line -> line.matches(".*(ana@|bo@|home@|Ana Diaz|Bo Lind|2025550123).*"));
  }

  @Test
  void c1_a_dry_run_never_says_that_anything_was_written() {
    var dry = night(Privacy.SHOW, Basis.ROSTER);
    Golden.assertMatches("log-simulated.txt", dry);
    assertThat(dry).noneMatch(line -> line.contains("Created") || line.contains("Updated"));
    Golden.assertMatches("log-simulated-index.txt", night(Privacy.SHOW, Basis.INDEX));
  }

  @Test
  void a_first_load_in_bulk_tells_how_far_it_is_and_names_nobody() {
    var lines = new EventLines(Privacy.MASK);
    assertThat(texts(lines, new RunEvent.BulkHanded(500, 20_123)))
        .containsExactly("Handed 500 of 20123 members to Intercom in bulk");
    assertThat(texts(lines, new RunEvent.BulkWait(500, Duration.ofSeconds(4))))
        .containsExactly("Intercom is at work on 500 members in bulk, looking again in 4s");
    assertThat(lines.of(new RunEvent.Warned("Refused: ana@example.org is no address.")))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.level()).isEqualTo(Level.WARN);
          assertThat(line.text()).doesNotContain("ana@");
        });
  }

  @Test
  void failures_keep_their_cause_and_every_line_its_run() {
    var lines = new EventLines(Privacy.SHOW);
    assertThat(lines.of(new RunEvent.Started("run-1", Basis.INTERCOM))).hasSize(1);
    var cause = new IllegalStateException("reset");
    var failed = new Result.Failed("No answer came.", true, Optional.of(cause));
    assertThat(lines.of(settled(failed, 1, 30)))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.level()).isEqualTo(Level.ERROR);
          assertThat(line.cause()).containsSame(cause);
          assertThat(line.fields())
              .containsEntry("run", "run-1")
              .containsEntry("member", "10001")
              .containsEntry("email", "ana@example.org")
              .containsEntry("name", "Ana Diaz")
              .containsEntry("reason", "No answer came.")
              .containsEntry("request_id", "req-10001");
        });
  }

  private static RunEvent settled(Result result, int done, int total) {
    return new RunEvent.Settled(Samples.outcome("10001", result), done, total);
  }

  private static List<String> texts(EventLines lines, RunEvent event) {
    return lines.of(event).stream().map(LogLine::text).toList();
  }

  private static List<String> night(Privacy privacy, Basis basis) {
    var lines = new EventLines(privacy);
    return events(basis).stream()
        .flatMap(event -> lines.of(event).stream())
        .map(line -> "%-8s %s %s".formatted(line.level(), line.text(), line.fields()))
        .toList();
  }

  private static List<RunEvent> events(Basis basis) {
    var pause = Duration.ofSeconds(1);
    var events = new ArrayList<RunEvent>();
    events.add(new RunEvent.Started("run-1", basis));
    events.add(new RunEvent.RosterCounted(12, 5));
    events.add(new RunEvent.RosterPage(1, 5));
    events.add(
        new RunEvent.RosterRetry("Supabase answered 503.", 2, 4, pause, Duration.ofSeconds(7)));
    events.add(new RunEvent.RosterRead(12));
    events.add(new RunEvent.WorkspacePage(150, 300));
    events.add(new RunEvent.WorkspacePage(300, -1));
    events.add(new RunEvent.Planned(Samples.plan()));
    Samples.notices().forEach(notice -> events.add(new RunEvent.Noticed(notice)));
    events.add(new RunEvent.Applying(12, 3));
    events.add(duplicate("c-2", "Bo Lind", false));
    events.add(duplicate("c-2-old", "", true));
    events.add(new RunEvent.RateWait(166, 166, Duration.ofMillis(4250)));
    events.add(new RunEvent.GatewayRetry("an update", "502", 2, 5, Duration.ofMillis(750)));
    var done = new int[] {0};
    Samples.outcomes().forEach(outcome -> events.add(new RunEvent.Settled(outcome, ++done[0], 12)));
    events.add(new RunEvent.Finished(report(basis)));
    return events;
  }

  private static Report report(Basis basis) {
    return switch (basis) {
      case INTERCOM -> Samples.partial();
      case INDEX -> Samples.simulatedKnowingly();
      case ROSTER -> Samples.simulated();
    };
  }

  private static RunEvent duplicate(String contact, String name, boolean archived) {
    return new RunEvent.Duplicate(
        "10002", contact, name, "bo@example.org", 1_700_000_000, archived);
  }
}
