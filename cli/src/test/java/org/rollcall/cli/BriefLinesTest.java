package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Result;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.model.TextSet;
import org.rollcall.plan.Notice;
import org.rollcall.plan.NoticeRecord;
import org.rollcall.run.Basis;
import org.rollcall.run.RunEvent;

class BriefLinesTest {
  private static final int MEMBERS = 20_123;

  private final AtomicLong nanoTime = new AtomicLong();
  private final BriefLines lines = new BriefLines(new EventLines(Privacy.SHOW), nanoTime::get);
  private final List<String> log = new ArrayList<>();

  @Test
  void a_night_without_changes_is_a_short_log_however_slow_it_is() {
    tell(new RunEvent.Started("run-1", Basis.INTERCOM));
    tell(new RunEvent.RosterCounted(MEMBERS, 1000));
    for (int page = 1; page <= 21; page++) {
      pass(Duration.ofSeconds(7));
      tell(new RunEvent.RosterPage(page, Math.min(page * 1000, MEMBERS)));
    }
    for (int read = 150; read < MEMBERS; read += 150) {
      pass(Duration.ofSeconds(2));
      tell(new RunEvent.WorkspacePage(read, MEMBERS));
    }
    IntStream.range(0, 2_011).forEach(at -> tell(phone(10_001 + at)));
    IntStream.rangeClosed(1, MEMBERS).forEach(done -> settle(new Result.Unchanged(), done));
    tell(new RunEvent.Finished(Samples.succeeded()));
    assertThat(log)
        .hasSizeLessThanOrEqualTo(30)
        .contains(
            "Fetched page 1 (1000 members so far...)",
            "Fetched page 21 (20123 members so far...)",
            "phone is left alone: … is no phone number: 2,011 members (10001, 10002, 10003, 10004, 10005, …); 'rollcall notices' lists them.",
            "Progress: 20/20123 members synced",
            "Progress: 20123/20123 members synced");
  }

  @Test
  void what_the_last_run_told_is_counted_and_not_repeated() {
    var told = new TextSet();
    told.add(NoticeRecord.of(phone(10_001).notice()).shown());
    told.add(NoticeRecord.of(phone(10_002).notice()).shown());
    tell(new RunEvent.Recalled(told));
    IntStream.rangeClosed(10_001, 10_003).forEach(member -> tell(phone(member)));
    tell(new RunEvent.Finished(Samples.succeeded()));
    assertThat(log)
        .startsWith(
            "Member 10003: phone is left alone: 'wrong 10003' is no phone number.",
            "2 notices as in the last run; 'rollcall notices' lists them.")
        .hasSize(3);
  }

  @Test
  void notices_of_different_gist_are_lines_of_their_own() {
    tell(phone(10_001));
    tell(new RunEvent.Noticed(new Notice.Mapping(new MemberId("10002"), "name is empty.")));
    tell(new RunEvent.Applying(2, 0));
    assertThat(log)
        .containsExactly(
            "Member 10001: phone is left alone: 'wrong 10001' is no phone number.",
            "Member 10002: name is empty.",
            "Applying 0 changes to 2 members");
  }

  @Test
  void members_who_were_skipped_are_told_together_at_the_end() {
    IntStream.rangeClosed(1, 40)
        .forEach(at -> settle(new Result.Skipped("There is no e-mail."), at));
    assertThat(log).containsExactly("Progress: 20/20123 members synced");
    tell(new RunEvent.Finished(Samples.succeeded()));
    assertThat(log)
        .contains(
            "There is no e-mail: 40 members (10001, 10002, 10003, 10004, 10005, …); 'rollcall notices' lists them.");
  }

  @Test
  void an_eventful_night_tells_two_hundred_of_a_kind_and_counts_the_rest() {
    IntStream.rangeClosed(1, 1_500).forEach(done -> settle(new Result.Created(), done));
    IntStream.rangeClosed(1_501, 1_503)
        .forEach(done -> settle(new Result.NeedsPerson("Look."), done));
    tell(new RunEvent.Finished(Samples.succeeded()));
    assertThat(log.stream().filter(line -> line.startsWith("Created contact"))).hasSize(200);
    assertThat(log.stream().filter(line -> line.startsWith("A person must"))).hasSize(3);
    assertThat(log)
        .contains(
            "1,300 more members created; the report lists them all, and --verbose shows them.");
  }

  @Test
  void progress_is_told_every_five_seconds_and_at_the_end() {
    for (int done = 1; done <= 1_000; done++) {
      pass(Duration.ofMillis(60));
      tell(new RunEvent.Settled(Samples.outcome("10001", new Result.Unchanged()), done, 1_000));
    }
    assertThat(log)
        .hasSize(11)
        .startsWith("Progress: 20/1000 members synced", "Progress: 120/1000 members synced")
        .endsWith("Progress: 1000/1000 members synced");
  }

  @Test
  void what_was_gathered_is_told_where_no_event_follows() {
    tell(phone(10_001));
    assertThat(log).isEmpty();
    assertThat(lines.rest()).hasSize(1);
    assertThat(lines.rest()).isEmpty();
  }

  private void settle(Result result, int done) {
    tell(new RunEvent.Settled(Samples.outcome("" + (10_000 + done), result), done, MEMBERS));
  }

  private static RunEvent.Noticed phone(int member) {
    return new RunEvent.Noticed(
        new Notice.Mapping(
            new MemberId("" + member),
            "phone is left alone: 'wrong %d' is no phone number.".formatted(member)));
  }

  private void pass(Duration time) {
    nanoTime.addAndGet(time.toNanos());
  }

  private void tell(RunEvent event) {
    lines.of(event).stream().map(LogLine::text).forEach(log::add);
  }
}
