package org.rollcall.bulk;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.rollcall.apply.Beginning;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Waiter;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Role;
import org.rollcall.plan.Change;
import org.rollcall.plan.ChangesOfKind;
import org.rollcall.plan.Match;
import org.rollcall.plan.Plan;
import org.rollcall.run.BulkLoad;
import org.rollcall.run.BulkResult;
import org.rollcall.run.PlanSource;
import org.rollcall.run.Planned;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;

/// A step before a large plan is carried out: its creates and its plain updates are handed to
/// Intercom by the hundred, and when Intercom is done with them both sides are read and planned
/// anew.
///
/// Intercom does not say whom it passed over. It need not: a member who is missing or still
/// different is in the new plan and goes the way of every other member. Members whom Intercom may
/// still make or change are left to the next run, so that nobody is made twice, and no old value is
/// written over a newer one.
public final class BulkStep implements BulkLoad {
  /// With fewer creates, or fewer updates, bulk saves little.
  public static final int WORTHWHILE = 1_000;

  /// How many of a hundred may be missing as passed over. If more are, Intercom's list is probably
  /// late.
  private static final int FEW = 5;

  /// How long to wait, time after time, for contacts to show up in Intercom's list.
  private static final List<Duration> LATE = seconds(15, 30, 60, 120);

  /// The same where Intercom does not tell when it is done.
  private static final List<Duration> UNTOLD = seconds(15, 30, 60, 120, 240, 480);

  /// What Intercom knows a person by is written one by one.
  private static final Set<FieldName> IDENTITY =
      Set.of(FieldName.EXTERNAL_ID, FieldName.EMAIL, FieldName.ROLE);

  private final Gateway gateway;
  private final Waiter waiter;
  private final PlanSource anew;
  private final Beginning began;
  private final int worthwhile;

  /// @param anew reads both sides and plans anew, at once after the contacts were made
  /// @param began when the run began
  /// @param worthwhile more creates than this, or more updates, go in bulk
  public BulkStep(
      Gateway gateway, Waiter waiter, PlanSource anew, Beginning began, int worthwhile) {
    this.gateway = gateway;
    this.waiter = waiter;
    this.anew = anew;
    this.began = began;
    this.worthwhile = worthwhile;
  }

  /// Carries out in bulk what it can of `planned`. Members who share an e-mail go one by one:
  /// Intercom's order of work must not decide which of them gets it.
  @Override
  public BulkResult load(
      Planned planned, Replanning again, BooleanSupplier stop, Consumer<RunEvent> events) {
    var creates =
        worthwhile(
            ChangesOfKind.creates(planned.plan())
                .where(create -> !planned.roll().isShared(create.wanted().emailKey())));
    var updates = worthwhile(ChangesOfKind.updates(planned.plan()).where(BulkStep::isPlain));
    var makes = new Handover(gateway, Hundred.CREATES, events);
    var writes = new Handover(gateway, Hundred.UPDATES, events);
    try {
      makes.hand(creates.all(), stop);
      writes.hand(updates.all(), stop);
      var handed = new Handed(makes, writes);
      if (handed.all().isEmpty()) {
        return BulkResult.nothing(planned);
      }
      if (stop.getAsBoolean()) {
        return cutShort(planned, handed, Optional.empty());
      }
      return settled(planned, creates, updates, handed, again, events);
    } catch (InterruptedException _) {
      return cutShort(planned, new Handed(makes, writes), Optional.empty());
    } catch (RunStopped stopped) {
      return cutShort(planned, new Handed(makes, writes), Optional.of(reason(stopped)));
    }
  }

  private <C extends Change> ChangesOfKind<C> worthwhile(ChangesOfKind<C> changes) {
    return changes.size() > worthwhile ? changes : changes.among(_ -> false);
  }

  /// Whether nothing but the data of a contact changes that is known by its number: no answer tells
  /// of a conflict, and none tells whose the contact is by now.
  private static boolean isPlain(Change.Update update) {
    return update.match() == Match.EXTERNAL_ID
        && update.surplus().isEmpty()
        && update.contact().role() == Role.USER
        && update.differences().stream().noneMatch(each -> IDENTITY.contains(each.field()));
  }

  /// What was handed over of both kinds.
  private record Handed(Handover makes, Handover writes) {
    Set<MemberId> all() {
      var all = new HashSet<>(makes.handed());
      all.addAll(writes.handed());
      return all;
    }

    Map<String, Integer> jobs() {
      var jobs = new LinkedHashMap<>(makes.jobs());
      jobs.putAll(writes.jobs());
      return jobs;
    }

    Set<MemberId> undecided(Set<String> unfinished) {
      var undecided = new HashSet<>(makes.undecided(unfinished));
      undecided.addAll(writes.undecided(unfinished));
      return undecided;
    }

    /// Those for whom `plan` has still to do what was handed over.
    Set<MemberId> missing(Plan plan) {
      var missing =
          new HashSet<>(ChangesOfKind.creates(plan).among(makes.handed()::contains).members());
      missing.addAll(ChangesOfKind.updates(plan).among(writes.handed()::contains).members());
      return missing;
    }
  }

  private BulkResult settled(
      Planned planned,
      ChangesOfKind<Change.Create> creates,
      ChangesOfKind<Change.Update> updates,
      Handed handed,
      Replanning again,
      Consumer<RunEvent> events)
      throws InterruptedException {
    var seen = new JobWatch(gateway, waiter, events).await(handed.jobs());
    var latest = look(handed, seen, again, events);
    var made = creates.among(new HashSet<>(madeOf(handed.makes().handed(), latest))::contains);
    var written = updates.among(handed.writes().handed()::contains);
    var open = handed.undecided(seen.unfinished());
    open.retainAll(handed.missing(latest.plan()));
    return new BulkResult(
        latest.after(planned.sourceRequests()), made, written, open, new BulkResult.GoOn());
  }

  /// Those of `handed` who have a contact now that was made since the run began. Others had one all
  /// along, and the first list lacked it.
  private List<MemberId> madeOf(Set<MemberId> handed, Planned latest) {
    return latest.plan().changes().stream()
        .filter(change -> handed.contains(change.member()))
        .filter(change -> change.listed().stream().limit(1).anyMatch(began::precedes))
        .map(Change::member)
        .toList();
  }

  /// Plans anew until all that was handed over has shown up, or no longer will.
  private Planned look(
      Handed handed, JobWatch.Seen seen, Replanning again, Consumer<RunEvent> events)
      throws InterruptedException {
    int all = handed.all().size();
    var latest = again.plan(anew);
    for (var pause : seen.told() ? LATE : UNTOLD) {
      int missing = handed.missing(latest.plan()).size();
      if (!mayShowUp(missing, all, seen)) {
        return latest;
      }
      events.accept(new RunEvent.BulkWait(missing, pause));
      waiter.await(pause);
      latest = again.plan(anew).after(latest.sourceRequests());
    }
    return latest;
  }

  private static boolean mayShowUp(int missing, int handed, JobWatch.Seen seen) {
    if (!seen.told()) {
      return missing > 0;
    }
    return seen.unfinished().isEmpty() && missing * 100L > (long) handed * FEW;
  }

  /// Everybody who was handed over is left to the next run, and nobody else is begun.
  private static BulkResult cutShort(Planned planned, Handed handed, Optional<String> reason) {
    return new BulkResult(
        planned,
        ChangesOfKind.none(Change.Create.class),
        ChangesOfKind.none(Change.Update.class),
        handed.all(),
        new BulkResult.End(reason));
  }

  private static String reason(RunStopped stopped) {
    return "Members were handed to Intercom in bulk, but what became of them cannot be seen; the next run finds out. "
        + stopped.getMessage();
  }

  private static List<Duration> seconds(long... seconds) {
    return LongStream.of(seconds).mapToObj(Duration::ofSeconds).toList();
  }
}
