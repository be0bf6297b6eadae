package org.rollcall.page.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.model.SyncName;
import org.rollcall.page.site.LiveProgress.Phase;
import org.rollcall.run.EventEnvelope;
import org.rollcall.run.RunEvent;

/// How far a run is, event by event.
class LiveProgressTest {
  private static final Instant NIGHT = Instant.parse("2026-11-28T02:00:00Z");

  private LiveProgress progress = LiveProgress.none(NIGHT);
  private Instant now = NIGHT;

  private void hear(RunEvent event) {
    progress =
        progress.after(
            new EventEnvelope(SyncName.DEFAULT, "run-1", Optional.empty(), 1, now, event));
  }

  private void wait(int seconds) {
    now = now.plus(Duration.ofSeconds(seconds));
  }

  @Test
  void a_run_goes_from_phase_to_phase() {
    assertThat(progress.phase()).isEqualTo(Phase.BEGINS);
    hear(new RunEvent.RosterCounted(2_000, 1_000));
    hear(new RunEvent.RosterPage(1, 1_000));
    assertThat(progress.phase()).isEqualTo(Phase.READS_ROSTER);
    assertThat(progress.percent()).isEqualTo(50);
    hear(new RunEvent.WorkspacePage(150, -1));
    assertThat(progress.phase()).isEqualTo(Phase.READS_WORKSPACE);
    assertThat(progress.total()).as("nobody knows how many there are").isZero();
    hear(new RunEvent.WorkspacePage(300, 600));
    assertThat(progress.percent()).isEqualTo(50);
  }

  @Test
  void what_is_left_is_told_by_what_was_done() {
    hear(new RunEvent.Applying(100, 100));
    assertThat(progress.remaining()).isEmpty();
    wait(10);
    hear(new RunEvent.BulkHanded(25, 100));
    assertThat(progress.remaining()).contains("30 s");
    hear(new RunEvent.BulkHanded(100, 100));
    assertThat(progress.remaining()).isEmpty();
  }

  @Test
  void what_holds_it_up_is_told_until_it_goes_on() {
    hear(new RunEvent.Applying(100, 100));
    hear(new RunEvent.RateWait(166, 166, Duration.ofSeconds(3)));
    assertThat(progress.rate()).contains("166 of 166");
    hear(
        new RunEvent.GatewayRetry(
            "Updating a contact", "Intercom answered 503", 2, 5, Duration.ofSeconds(4)));
    assertThat(progress.hint()).contains("Updating a contact", "503", "4 s");
    hear(new RunEvent.BulkHanded(1, 100));
    assertThat(progress.hint()).isEmpty();
    assertThat(progress.rate()).contains("166 of 166");
  }
}
