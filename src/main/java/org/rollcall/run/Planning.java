package org.rollcall.run;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.plan.Change;
import org.rollcall.plan.Departures;
import org.rollcall.plan.Notice;
import org.rollcall.plan.Plan;
import org.rollcall.plan.Planner;
import org.rollcall.plan.Roll;
import org.rollcall.plan.Workspace;

/// Reads both sides and makes the plan. Writes nothing.
public final class Planning implements PlanSource {
  private final Reading reading;
  private final Roster roster;
  private final Directory directory;
  private final Preflight preflight;
  private final Policy policy;

  public Planning(
      Reading reading, Roster roster, Directory directory, Preflight preflight, Policy policy) {
    this.reading = reading;
    this.roster = roster;
    this.directory = directory;
    this.preflight = preflight;
    this.policy = policy;
  }

  /// Makes the plan for the first `limit` members, or for all. Only who reads all can tell who has
  /// left.
  ///
  /// @throws RunStopped when either side cannot be read whole, or the workspace cannot take the
  ///   mapping
  @Override
  public Planned plan(OptionalInt limit, Consumer<RunEvent> events) throws InterruptedException {
    var everybody = roster.everybody(events);
    var mustered = reading.read(limit, events);
    preflight.check(directory);
    var workspace = new Workspace();
    directory.contacts(workspace::add, events);
    var roll = Roll.of(everybody.members(), mustered.wanted());
    var plan = new Planner(workspace, roll, policy).plan(mustered.wanted(), mustered.skips());
    var complete =
        new Plan(
            changes(
                plan,
                limit.isPresent()
                    ? List.of()
                    : departures(workspace, everybody.members(), mustered)),
            notices(mustered, plan));
    events.accept(new RunEvent.Planned(complete));
    complete.notices().forEach(notice -> events.accept(new RunEvent.Noticed(notice)));
    int requests = mustered.requests() + everybody.requests();
    return new Planned(complete, roll, workspace.users(), requests);
  }

  private List<Change> departures(Workspace workspace, Set<MemberId> everybody, Mustered mustered) {
    return new Departures(workspace, policy.leavers()).among(everybody, mustered.eligible());
  }

  private static List<Change> changes(Plan plan, List<Change> departures) {
    return Stream.concat(plan.changes().stream(), departures.stream()).toList();
  }

  private static List<Notice> notices(Mustered mustered, Plan plan) {
    var notices = new ArrayList<>(mustered.notices());
    notices.addAll(plan.notices());
    return notices;
  }
}
