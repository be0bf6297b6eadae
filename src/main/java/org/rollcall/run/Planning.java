package org.rollcall.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Leavers;
import org.rollcall.model.Policy;
import org.rollcall.plan.Change;
import org.rollcall.plan.Departures;
import org.rollcall.plan.NotKept;
import org.rollcall.plan.Notice;
import org.rollcall.plan.Plan;
import org.rollcall.plan.Planner;
import org.rollcall.plan.Roll;
import org.rollcall.plan.Workspace;

/// Reads both sides and makes the plan. Writes nothing.
///
/// Both sides are chains of pages, each waiting for the one before, so they are read at the same
/// time; first of all the token and the workspace are looked at, which costs two calls and spares a
/// reading in vain.
public final class Planning implements PlanSource {
  private final Reading reading;
  private final Roster roster;
  private final Directory directory;
  private final Preflight preflight;
  private final Policy policy;
  private final NotKept notKept;

  /// @param notKept what is not to be written again
  public Planning(
      Reading reading,
      Roster roster,
      Directory directory,
      Preflight preflight,
      Policy policy,
      NotKept notKept) {
    this.reading = reading;
    this.roster = roster;
    this.directory = directory;
    this.preflight = preflight;
    this.policy = policy;
    this.notKept = notKept;
  }

  /// Makes the plan for the first `limit` members, or for all.
  ///
  /// @throws RunStopped when either side cannot be read whole, or the workspace cannot take the
  ///   mapping
  @Override
  public Planned plan(OptionalInt limit, Consumer<RunEvent> events) throws InterruptedException {
    preflight.check(directory);
    var inTurn = inTurn(events);
    var members = new AtomicReference<@Nullable Mustered>();
    var known = new AtomicReference<@Nullable Census>();
    var contacts = new AtomicReference<@Nullable Workspace>();
    Alongside.both(
        () -> {
          known.set(roster.everybody(inTurn));
          members.set(reading.read(limit, inTurn));
        },
        () ->
            directory.contacts(
                () -> {
                  var fresh = new Workspace();
                  contacts.set(fresh);
                  return fresh::add;
                },
                inTurn));
    var workspace = Objects.requireNonNull(contacts.get());
    var mustered = Objects.requireNonNull(members.get());
    var everybody = Objects.requireNonNull(known.get());
    var roll = Roll.of(everybody.members(), mustered.wanted());
    var departures = departures(limit, workspace, everybody, mustered);
    var plan =
        new Planner(workspace, roll, policy, notKept)
            .plan(mustered.wanted(), mustered.skips(), departures);
    var complete = new Plan(plan.changes(), notices(mustered, plan));
    events.accept(new RunEvent.Planned(complete));
    complete.notices().forEach(notice -> events.accept(new RunEvent.Noticed(notice)));
    int requests = mustered.requests() + everybody.requests();
    return new Planned(complete, roll, workspace.users(), requests);
  }

  /// Only who reads all can tell who has left.
  private List<Change> departures(
      OptionalInt limit, Workspace workspace, Census everybody, Mustered mustered) {
    return limit.isPresent() || policy.leavers() instanceof Leavers.Ignore
        ? List.of()
        : new Departures(workspace, policy.leavers())
            .among(everybody.members(), mustered.eligible());
  }

  /// Listeners hear one event at a time, whichever side tells it.
  private static Consumer<RunEvent> inTurn(Consumer<RunEvent> events) {
    var turn = new ReentrantLock();
    return event -> {
      turn.lock();
      try {
        events.accept(event);
      } finally {
        turn.unlock();
      }
    };
  }

  private static List<Notice> notices(Mustered mustered, Plan plan) {
    var notices = new ArrayList<>(mustered.notices());
    notices.addAll(plan.notices());
    return notices;
  }
}
