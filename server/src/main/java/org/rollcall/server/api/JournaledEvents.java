package org.rollcall.server.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.rollcall.json.JournaledEventJson;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.Unended;

/// Tells a run from its journal, and goes on as long as the run does: the process that carries it
/// out may be another one. It tells what the journal has: the beginning, the plan, who was changed,
/// and the end.
final class JournaledEvents {
  private static final String ID = "j";

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int MOST = 500;

  /// The events that come before those of members.
  private static final int HEADING = 3;

  private final Asked asked;
  private final JournaledEventJson json;
  private JournaledRun run;
  private int told;
  private int members;
  private Optional<Instant> heldBack = Optional.empty();

  private JournaledEvents(Asked asked, JournaledRun run) {
    this.asked = asked;
    this.run = run;
    this.json = new JournaledEventJson(asked.privacy(run.sync()));
  }

  /// Of the run that the path names.
  ///
  /// @throws io.javalin.http.HttpResponseException when the history does not have it
  static JournaledEvents of(Asked asked) {
    return new JournaledEvents(asked, asked.remembered().orElseThrow(asked::noRun));
  }

  /// Whether an event that is told from a journal has such an id.
  static boolean isId(String text) {
    return text.matches(ID + "\\d{1,9}");
  }

  /// Tells all that comes after an event, until the run is over.
  ///
  /// @param last its id; one that no journal has given begins anew
  void send(String last) throws InterruptedException {
    told = isId(last) ? Integer.parseInt(last.substring(ID.length())) : 0;
    members = Math.max(0, told - HEADING);
    var lines = EventLines.begin(asked.context());
    lines.comment();
    while (true) {
      var over = isOver();
      head(lines);
      changes(lines, over);
      if (over) {
        finish(lines);
        return;
      }
      lines.comment();
      var _ = new CountDownLatch(1).await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      run = asked.remembered().orElse(run);
    }
  }

  /// One that only seems to go on, because nobody knows better, is told as long as it may.
  private boolean isOver() {
    return run.status().isPresent() || run.unended() != Unended.RUNNING;
  }

  private void head(EventLines lines) {
    tell(lines, 1, "started", true);
    tell(lines, 2, "admitted", run.target().isPresent());
    tell(lines, HEADING, "planned", run.plan().isPresent());
  }

  private void tell(EventLines lines, int number, String event, boolean known) {
    if (known && told == number - 1) {
      told = number;
      lines.event(ID + number, event, json.heading(run, event, number));
    }
  }

  /// All that were settled. Of those of the latest moment some may be missing yet, so they wait
  /// once.
  private void changes(EventLines lines, boolean over) {
    if (told < HEADING && !over) {
      return;
    }
    var page = page();
    while (!page.isEmpty()) {
      var ripe = over || page.size() == MOST ? page : ripe(page);
      ripe.forEach(change -> tell(lines, change));
      page = ripe.size() == page.size() && page.size() == MOST ? page() : List.of();
    }
  }

  private List<JournaledChange> page() {
    return asked.remembered(history -> history.settled(run.run(), members, MOST));
  }

  private List<JournaledChange> ripe(List<JournaledChange> page) {
    var latest = page.getLast().settled();
    if (latest.equals(heldBack)) {
      return page;
    }
    heldBack = latest;
    return page.stream().filter(change -> !change.settled().equals(latest)).toList();
  }

  private void tell(EventLines lines, JournaledChange change) {
    members++;
    told = HEADING + members;
    lines.event(ID + told, "settled", json.settled(run, change, told));
  }

  private void finish(EventLines lines) {
    if (run.status().isPresent()) {
      int number = HEADING + members + 1;
      if (told < number) {
        lines.event(ID + number, "finished", json.finished(run, number));
      }
    }
    lines.end(run.run(), run.sync());
  }
}
