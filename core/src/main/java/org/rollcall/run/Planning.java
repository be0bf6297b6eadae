package org.rollcall.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.rollcall.model.Leavers;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Target;
import org.rollcall.plan.Change;
import org.rollcall.plan.ContactIndex;
import org.rollcall.plan.Departures;
import org.rollcall.plan.HiddenIndex;
import org.rollcall.plan.NotKept;
import org.rollcall.plan.Notice;
import org.rollcall.plan.Plan;
import org.rollcall.plan.Planner;
import org.rollcall.plan.Roll;

/// Reads both sides and makes the plan. Writes nothing.
///
/// Both sides are chains of pages, each waiting for the one before, so they are read at the same
/// time.
public final class Planning implements PlanSource {
  private final Target target;
  private final Reading reading;
  private final Roster roster;
  private final Directory directory;
  private final Policy policy;
  private final NotKept notKept;
  private final Fights fights;
  private final KnownEndings endings;

  /// @param target which both sides belong to
  /// @param notKept what is not to be written again
  public Planning(
      Target target,
      Reading reading,
      Roster roster,
      Directory directory,
      Policy policy,
      NotKept notKept) {
    this(target, reading, roster, directory, policy, notKept, Fights.none(), KnownEndings.none());
  }

  /// @param target which both sides belong to
  /// @param known what earlier runs learned that is not to be written again
  /// @param endings members who need not be tried again
  /// @param now the beginning of the run
  public Planning(
      Target target,
      Reading reading,
      Roster roster,
      Directory directory,
      Policy policy,
      KnownRefusals known,
      KnownEndings endings,
      Instant now) {
    this(target, reading, roster, directory, policy, known, known.fights(now), endings);
  }

  private Planning(
      Target target,
      Reading reading,
      Roster roster,
      Directory directory,
      Policy policy,
      NotKept notKept,
      Fights fights,
      KnownEndings endings) {
    this.target = target;
    this.reading = reading;
    this.roster = roster;
    this.directory = directory;
    this.policy = policy;
    this.notKept = notKept;
    this.fights = fights;
    this.endings = endings;
  }

  /// Makes the plan for the first `limit` members, or for all.
  ///
  /// @throws RunStopped when either side cannot be read whole
  @Override
  public Planned plan(OptionalInt limit, Consumer<RunEvent> events) throws InterruptedException {
    var inTurn = new SerializedListener<>(events);
    var read = InParallel.both(() -> roster(limit, inTurn), () -> contacts(inTurn));
    var contacts = read.other();
    var everybody = read.one().everybody();
    var mapped = read.one().mapped();
    var roll = roll(limit, everybody, mapped, contacts);
    var departures = departures(limit, contacts, everybody, mapped);
    var orphans = limit.isPresent() ? Optional.<Leavers>empty() : policy.orphans();
    var hidden = hidden(contacts.lacking(mapped.wanted()), events);
    var first =
        new Planner(contacts, roll, policy, notKept, hidden)
            .plan(mapped.wanted(), mapped.skips(), departures, orphans);
    var fought = fights.among(first);
    var plan =
        fought.leavesNothing()
            ? first
            : new Planner(contacts, roll, policy, fought.beside(notKept), hidden)
                .plan(mapped.wanted(), mapped.skips(), departures, orphans);
    var whole =
        limit.isPresent()
            ? plan.whole()
            : plan.whole().with(everybody.members().size(), mapped.joined());
    var sides = new Sides(contacts, roll, policy, hidden);
    var held = HeldEndings.among(plan, endings, sides);
    var complete = new Plan(plan.changes(), notices(mapped, plan, fought, held), whole);
    events.accept(new RunEvent.Planned(complete));
    complete.notices().forEach(notice -> events.accept(new RunEvent.Noticed(notice)));
    int requests = mapped.requests() + everybody.requests();
    return new Planned(
        target,
        complete,
        roll,
        contacts.users(),
        requests,
        fought.begun(),
        Optional.of(sides),
        held);
  }

  private static Roll roll(
      OptionalInt limit, Census everybody, MappedRoster mapped, ContactIndex contacts) {
    var roll = Roll.of(everybody.members(), mapped.wanted());
    boolean some = limit.isPresent() && mapped.members() >= limit.getAsInt();
    return some
        ? roll.comparedWithSome(contacts, mapped.wanted())
        : roll.comparedWith(contacts, mapped.wanted());
  }

  private HiddenIndex hidden(Set<MemberId> members, Consumer<RunEvent> events)
      throws InterruptedException {
    var index = HiddenIndex.of(directory.hidden(members, events));
    index.others().map(RunEvent.Warned::new).ifPresent(events);
    return index;
  }

  private record Members(Census everybody, MappedRoster mapped) {}

  private Members roster(OptionalInt limit, Consumer<RunEvent> events) throws InterruptedException {
    var everybody = roster.everybody(events);
    return new Members(everybody, reading.read(limit, everybody.members(), events));
  }

  private ContactIndex contacts(Consumer<RunEvent> events) throws InterruptedException {
    var latest = new AtomicReference<>(new ContactIndex());
    directory.contacts(
        () -> {
          var fresh = new ContactIndex();
          latest.set(fresh);
          return fresh::add;
        },
        events);
    return latest.get();
  }

  /// Only a reading of everybody tells who has left.
  private List<Change> departures(
      OptionalInt limit, ContactIndex contacts, Census everybody, MappedRoster mapped) {
    return limit.isPresent() || policy.leavers() instanceof Leavers.Ignore
        ? List.of()
        : new Departures(contacts, policy.leavers()).among(everybody.members(), mapped.eligible());
  }

  private static List<Notice> notices(
      MappedRoster mapped, Plan plan, Fought fought, HeldEndings held) {
    var notices = new ArrayList<>(mapped.notices());
    notices.addAll(plan.notices());
    notices.addAll(fought.notices());
    held.notice().ifPresent(notices::add);
    return notices;
  }
}
