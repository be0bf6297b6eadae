package org.rollcall.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.app.EndedRun;
import org.rollcall.apply.Outcome;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.Tolerance;
import org.rollcall.plan.Change;
import org.rollcall.plan.DeedRecord;
import org.rollcall.plan.Plan;
import org.rollcall.run.Basis;
import org.rollcall.run.EventEnvelope;
import org.rollcall.run.FailureNews;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.run.Totals;

/// Tells a run that never was, one event after the other.
final class InventedRun {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final int MEMBERS_A_PAGE = 1_000;
  private static final int CONTACTS_A_CALL = 150;

  private final SyncName sync;
  private final Target target;
  private final String command;
  private final Starter starter;
  private final String id;
  private final Instant began;
  private final List<EventEnvelope> events = new ArrayList<>();
  private boolean admitted;
  private Instant time;
  private int calls = 1;

  /// @param number tells runs of one second apart
  InventedRun(
      SyncName sync, Target target, String command, Starter starter, Instant began, int number) {
    this.sync = sync;
    this.target = target;
    this.command = command;
    this.starter = starter;
    this.id = "%s-%04x".formatted(ID.format(began), number & 0xffff);
    this.began = began;
    this.time = began;
    tell(new RunEvent.Started(id, Basis.INTERCOM));
  }

  /// The token was asked for its workspace.
  InventedRun admitted() {
    admitted = true;
    pass(Duration.ofMillis(240));
    tell(new RunEvent.Admitted(target));
    return this;
  }

  /// Both sides were read.
  InventedRun planned(Plan plan) {
    int members = plan.changes().size();
    calls += members / CONTACTS_A_CALL + 1;
    pass(Duration.ofMillis(900 + members));
    tell(new RunEvent.Planned(plan));
    return this;
  }

  /// One member was written.
  ///
  /// @param deeds what was done, or refused
  void settled(Change change, List<DeedRecord> deeds, Outcome outcome) {
    pass(Duration.ofMillis(62));
    calls++;
    tell(new RunEvent.Intended(List.of(change)));
    tell(new RunEvent.Done(change.member(), deeds, false));
    tell(new RunEvent.Settled(outcome.lastAsked("demo-%s-%d".formatted(id, calls)), 1, 2));
  }

  /// It waited for something that did not come.
  InventedRun waited(Duration long_) {
    pass(long_);
    return this;
  }

  /// It was carried out.
  EndedRun ended(Report.Status status, Totals totals, FailureNews news) {
    return ended(status, totals, news, Optional.empty());
  }

  /// It came to nothing.
  ///
  /// @param reason a sentence; empty where it was interrupted
  EndedRun ended(Report.Status status, Optional<String> reason) {
    return ended(status, Totals.NONE, FailureNews.NONE, reason);
  }

  private EndedRun ended(
      Report.Status status, Totals totals, FailureNews news, Optional<String> reason) {
    pass(Duration.ofMillis(400));
    int pages = totals.total() / MEMBERS_A_PAGE + 1;
    tell(
        new RunEvent.Finished(
            new Report(
                sync,
                id,
                Optional.of(target).filter(_ -> admitted),
                status,
                began,
                time,
                Basis.INTERCOM,
                totals,
                new Report.Requests(calls, pages),
                List.of(),
                reason,
                news,
                Tolerance.IGNORED)));
    return new EndedRun(sync, command, starter, events);
  }

  private void pass(Duration duration) {
    time = time.plus(duration);
  }

  private void tell(RunEvent event) {
    var known = Optional.of(target).filter(_ -> admitted);
    events.add(new EventEnvelope(sync, id, known, events.size() + 1L, time, event));
  }
}
