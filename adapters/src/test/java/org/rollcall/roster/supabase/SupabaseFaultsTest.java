package org.rollcall.roster.supabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Member;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.support.Faults;
import org.rollcall.support.Reading;
import org.rollcall.support.RecordingWaiter;
import org.rollcall.support.SupabaseGateway.Fault;
import org.rollcall.support.SupabaseStage;

/// Acceptance row S3: how a reading ends when the way to the roster fails.
class SupabaseFaultsTest {
  private static final int MEMBERS = 120;

  private final RecordingWaiter waiter = new RecordingWaiter();
  private SupabaseStage stage;

  @BeforeEach
  void set() throws SQLException, IOException, InterruptedException {
    stage = SupabaseStage.of(SampleRoster.of(MEMBERS));
  }

  @AfterEach
  void strike() throws IOException {
    stage.close();
  }

  private static Map<String, Fault> passing() {
    var faults = new LinkedHashMap<String, Fault>();
    for (var status : List.of(500, 503, 504, 520, 521, 522, 523, 524, 525, 544)) {
      faults.put(
          "HTTP " + status, Faults.answer(status, "{\"message\":\"for a moment\",\"code\":null}"));
    }
    faults.put("HTTP 502 in HTML", Faults.answer(502, Faults.HTML));
    faults.put("HTTP 403 in HTML", Faults.answer(403, Faults.HTML));
    faults.put("HTTP 200 in HTML", Faults.answer(200, Faults.HTML));
    faults.put("JSON of another shape", Faults.answer(200, "{\"members\":[]}"));
    faults.put("an empty body", Faults.answer(200, ""));
    faults.put("truncated JSON", Faults.truncated());
    faults.put("a connection cut in the middle", Faults.cut());
    faults.put("HTTP 429", Faults.answer(429, "{\"message\":\"slow down\"}"));
    return faults;
  }

  @Test
  void S3_a_fault_that_passes_costs_one_retry_and_nobody() throws InterruptedException {
    var whole = Reading.of(roster(1000)).members();
    for (var fault : passing().entrySet()) {
      for (var place : List.of(0, 1, 2, 3)) {
        stage.gateway().next(Collections.nCopies(place, Faults.NONE).toArray(Fault[]::new));
        stage.gateway().next(fault.getValue());
        var reading = Reading.of(roster(50));

        assertThat(reading.members())
            .as("%s at request %d", fault.getKey(), place)
            .isEqualTo(whole);
        assertThat(retries(reading.events()))
            .as("%s at request %d", fault.getKey(), place)
            .singleElement()
            .satisfies(
                retry -> assertThat(retry.attempt()).isEqualTo(2),
                retry -> assertThat(retry.attempts()).isEqualTo(4),
                retry -> assertThat(retry.pause()).isEqualTo(Duration.ofSeconds(1)));
      }
    }
  }

  @Test
  void S3_a_fault_that_stays_stops_the_run_after_1_2_and_4_seconds() {
    for (var fault : passing().entrySet()) {
      var before = waiter.waits().size();
      stage.gateway().next(Faults.NONE);
      stage.gateway().next(Collections.nCopies(4, fault.getValue()).toArray(Fault[]::new));

      assertThatThrownBy(() -> Reading.of(roster(50)))
          .as(fault.getKey())
          .isInstanceOf(RunStopped.class)
          .hasMessageContaining("in 4 tries, the first time because")
          .satisfies(
              stop -> assertThat(((RunStopped) stop).kind()).isEqualTo(RunStopped.Kind.FAILED));
      assertThat(waiter.waits().subList(before, before + 3))
          .as(fault.getKey())
          .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }
  }

  @Test
  void S3_a_connection_reset_costs_nobody_and_one_always_reset_stops_the_run()
      throws InterruptedException {
    stage.gateway().next(Faults.NONE, Faults.reset());
    assertThat(Reading.of(roster(50)).members()).hasSize(MEMBERS);

    stage.gateway().always(Faults.reset());
    assertThatThrownBy(() -> Reading.of(roster(50)))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("the first time because the connection broke");
  }

  @Test
  void S3_the_first_reason_is_the_one_that_is_told() {
    stage
        .gateway()
        .next(
            Faults.answer(503, "{\"code\":\"PGRST001\",\"message\":\"Database client error\"}"),
            Faults.answer(502, Faults.HTML),
            Faults.answer(502, Faults.HTML),
            Faults.answer(502, Faults.HTML));

    assertThatThrownBy(() -> Reading.of(roster(50)))
        .hasMessageContaining("PGRST001: Database client error");
  }

  @Test
  void a_server_that_asks_for_patience_gets_it() throws InterruptedException {
    stage.gateway().next(Faults.answer(429, "{\"message\":\"slow down\"}", "Retry-After", "9"));

    assertThat(Reading.of(roster(50)).members()).hasSize(MEMBERS);
    assertThat(waiter.waits()).containsExactly(Duration.ofSeconds(9));
  }

  @Test
  void a_query_that_takes_too_long_is_tried_again_with_a_smaller_page()
      throws InterruptedException {
    var cancelled =
        Faults.answer(
            500,
            "{\"code\":\"57014\",\"message\":\"canceling statement due to statement timeout\"}");
    stage.gateway().next(cancelled, cancelled);

    assertThat(Reading.of(roster(1000)).members()).hasSize(MEMBERS);
    assertThat(stage.gateway().seen().stream().map(seen -> seen.query().replaceAll(".*limit=", "")))
        .startsWith("1000", "500", "250", "250");
  }

  @Test
  void a_body_that_never_comes_is_given_up_in_time() throws InterruptedException {
    var enough = new CountDownLatch(1);
    stage.gateway().next(Faults.stalled(enough));
    var impatient =
        new SupabaseRoster(
            stage.project().withTimeout(Duration.ofMillis(700)), stage.query(), waiter);

    assertThat(Reading.of(impatient).members()).hasSize(MEMBERS);
    enough.countDown();
  }

  @Test
  void an_interrupt_ends_the_wait_for_an_answer() throws InterruptedException {
    var enough = new CountDownLatch(1);
    var ended = new ArrayList<Throwable>();
    stage.gateway().next(Faults.stalled(enough));
    var reader =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Reading.of(roster(50));
              } catch (InterruptedException expected) {
                ended.add(expected);
              }
            });
    while (stage.gateway().seen().isEmpty()) {
      Thread.onSpinWait();
    }
    reader.interrupt();
    reader.join();
    enough.countDown();

    assertThat(ended).singleElement().isInstanceOf(InterruptedException.class);
  }

  @Test
  void what_cannot_get_better_stops_the_run_at_the_first_answer() {
    var faults =
        Map.of(
            Faults.answer(402, "{\"message\":\"quota\"}"), "quota",
            Faults.answer(540, "{\"message\":\"paused\"}"), "paused (HTTP 540): restore it",
            Faults.answer(403, "{\"message\":\"no\"}"), "HTTP 403",
            Faults.answer(401, "{\"message\":\"Invalid API key\"}"), "SUPABASE_SERVICE_ROLE_KEY",
            Faults.answer(404, Faults.HTML), "SUPABASE_URL is the project's base",
            Faults.answer(301, "", "Location", "https://elsewhere.example.org/"), "SUPABASE_URL");
    faults.forEach((fault, told) -> {
      var before = stage.gateway().seen().size();
      stage.gateway().next(fault);

      assertThatThrownBy(() -> Reading.of(roster(50)))
          .isInstanceOf(RunStopped.class)
          .hasMessageContaining(told)
          .satisfies(
              stop -> assertThat(((RunStopped) stop).kind()).isEqualTo(RunStopped.Kind.FAILED));
      assertThat(stage.gateway().seen()).hasSize(before + 1);
    });
    assertThat(waiter.waits()).isEmpty();
  }

  @Test
  void S3_a_page_lost_on_the_way_stops_the_run() {
    stage.gateway().next(Faults.NONE, Faults.NONE, Faults.answer(200, "[]"));

    assertThatThrownBy(() -> Reading.of(roster(50)))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("50 members were read")
        .hasMessageContaining("it held 120");
  }

  @Test
  void S1_a_member_removed_behind_or_ahead_of_the_page_shifts_nobody() throws InterruptedException {
    var whole = Reading.of(roster(50)).numbers();
    var behind = whole.get(10);
    var ahead = whole.get(100);
    stage
        .gateway()
        .next(
            Faults.NONE,
            Faults.NONE,
            Faults.after(() -> {
              remove(behind);
              remove(ahead);
            }));
    var expected = new ArrayList<>(whole);
    expected.remove(ahead);

    assertThat(Reading.of(roster(50)).numbers()).isEqualTo(expected);
  }

  @Test
  void S1_a_member_inserted_behind_or_ahead_of_the_page_shifts_nobody()
      throws InterruptedException {
    var whole = Reading.of(roster(50)).numbers();
    stage
        .gateway()
        .next(
            Faults.NONE,
            Faults.NONE,
            Faults.after(() -> {
              insert("0");
              insert("99999");
            }));
    var expected = new ArrayList<>(whole);
    expected.add("99999");

    assertThat(Reading.of(roster(50)).numbers()).isEqualTo(expected);
  }

  @Test
  void a_broken_list_of_everybody_is_no_list() {
    stage.gateway().next(Faults.NONE);
    stage.gateway().next(Collections.nCopies(4, Faults.truncated()).toArray(Fault[]::new));

    assertThatThrownBy(() -> roster(50).everybody(_ -> {})).isInstanceOf(RunStopped.class);
  }

  @Test
  void a_list_of_everybody_that_lost_a_page_is_no_list() {
    stage.gateway().next(Faults.NONE, Faults.answer(200, "[]"));

    assertThatThrownBy(() -> roster(50).everybody(_ -> {}))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("50 members were read");
  }

  @Test
  void S3_a_broken_reading_hands_over_no_more_than_it_read_and_never_ends_well() {
    var handed = new ArrayList<Member>();
    var events = new ArrayList<RunEvent>();
    stage.gateway().next(Faults.NONE, Faults.NONE);
    stage
        .gateway()
        .next(Collections.nCopies(4, Faults.answer(502, Faults.HTML)).toArray(Fault[]::new));

    assertThatThrownBy(() -> roster(50).read(OptionalInt.empty(), handed::add, events::add))
        .isInstanceOf(RunStopped.class);
    assertThat(handed).hasSize(50);
    assertThat(events).noneMatch(RunEvent.RosterRead.class::isInstance);
  }

  private SupabaseRoster roster(int pageSize) {
    return new SupabaseRoster(stage.project().withPageSize(pageSize), stage.query(), waiter);
  }

  private void remove(String number) throws SQLException {
    stage
        .database()
        .execute(
            "delete from positions where membernumber = '%1$s'; delete from members where membernumber = '%1$s'"
                .formatted(number));
  }

  private void insert(String number) throws SQLException {
    stage
        .database()
        .execute(
            "insert into members (membernumber, email, status) values ('%1$s', 'm%1$s@example.org', 'Active')"
                .formatted(number));
  }

  private static List<RunEvent.RosterRetry> retries(List<RunEvent> events) {
    return events.stream()
        .filter(RunEvent.RosterRetry.class::isInstance)
        .map(RunEvent.RosterRetry.class::cast)
        .toList();
  }
}
