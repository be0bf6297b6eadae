package org.rollcall.bulk;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.rollcall.apply.Beginning;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Waiter;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Change;
import org.rollcall.plan.Creates;
import org.rollcall.run.BulkLoad;
import org.rollcall.run.BulkResult;
import org.rollcall.run.PlanSource;
import org.rollcall.run.Planned;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;

/// Fills a workspace in bulk: the creates of a large plan are handed to Intercom by the hundred,
/// and when Intercom is done with them both sides are read and planned anew.
///
/// Intercom does not say whom it passed over. It need not: a member who is missing is in the new
/// plan and goes the way of every other member. Members whom Intercom may still make are left to
/// the next run, so that nobody is made twice.
public final class FirstLoad implements BulkLoad {
  /// With fewer creates bulk saves little.
  public static final int WORTHWHILE = 1_000;

  /// How many of a hundred may be missing as passed over. If more are, Intercom's list is probably
  /// late.
  private static final int FEW = 5;

  /// How long to wait, time after time, for contacts to show up in Intercom's list.
  private static final List<Duration> LATE = seconds(15, 30, 60, 120);

  /// The same where Intercom does not tell when it is done.
  private static final List<Duration> UNTOLD = seconds(15, 30, 60, 120, 240, 480);

  private final Gateway gateway;
  private final Waiter waiter;
  private final PlanSource anew;
  private final Beginning began;
  private final int worthwhile;

  /// @param anew reads both sides and plans anew, at once after the contacts were made
  /// @param began when the run began
  /// @param worthwhile plans with more creates than this go in bulk
  public FirstLoad(
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
    var all = Creates.of(planned.plan());
    var creates = all.where(create -> !planned.roll().isShared(create.wanted().emailKey()));
    if (creates.size() <= worthwhile) {
      return BulkResult.nothing(planned);
    }
    var handover = new Handover(gateway, events);
    try {
      handover.hand(creates.all(), stop);
      if (handover.handed().isEmpty()) {
        return BulkResult.nothing(planned);
      }
      if (stop.getAsBoolean()) {
        return cutShort(planned, handover, Optional.empty());
      }
      return settled(planned, creates, handover, again, events);
    } catch (InterruptedException _) {
      return cutShort(planned, handover, Optional.empty());
    } catch (RunStopped stopped) {
      return cutShort(planned, handover, Optional.of(reason(stopped)));
    }
  }

  private BulkResult settled(
      Planned planned,
      Creates creates,
      Handover handover,
      Replanning again,
      Consumer<RunEvent> events)
      throws InterruptedException {
    var handed = handover.handed();
    var seen = new JobWatch(gateway, waiter, events).await(handover.jobs());
    var latest = look(handed, seen, again, events);
    var missing = Creates.of(latest.plan()).members();
    var made = creates.among(new HashSet<>(madeOf(handed, latest))::contains);
    var open = new HashSet<>(handover.undecided(seen.unfinished()));
    open.retainAll(missing);
    return new BulkResult(
        latest.after(planned.sourceRequests()), made, open, new BulkResult.GoOn());
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

  /// Plans anew until those handed over have shown up, or no longer will.
  private Planned look(
      Set<MemberId> handed, JobWatch.Seen seen, Replanning again, Consumer<RunEvent> events)
      throws InterruptedException {
    var latest = again.plan(anew);
    for (var pause : seen.told() ? LATE : UNTOLD) {
      int missing = Creates.of(latest.plan()).among(handed::contains).size();
      if (!mayShowUp(missing, handed.size(), seen)) {
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
  private static BulkResult cutShort(Planned planned, Handover handover, Optional<String> reason) {
    return new BulkResult(planned, Creates.NONE, handover.handed(), new BulkResult.End(reason));
  }

  private static String reason(RunStopped stopped) {
    return "Members were handed to Intercom in bulk, but what became of them cannot be seen; the next run finds out. "
        + stopped.getMessage();
  }

  private static List<Duration> seconds(long... seconds) {
    return LongStream.of(seconds).mapToObj(Duration::ofSeconds).toList();
  }
}
