package org.rollcall.apply;

import java.time.Duration;
import java.util.Optional;
import org.rollcall.model.Rate;
import org.rollcall.rate.Demand;
import org.rollcall.rate.Part;

/// When the next call may be sent, so that Intercom's rate limit is used to the full and never
/// overstepped.
///
/// Pure arithmetic: it is told the time and what was sent and answered, and waits for nothing.
/// Times are nanoseconds of a clock that only goes forward, `System.nanoTime()` for one: a wall
/// clock that is set back would stop the run. Not safe for use by several threads; [Paced] sees to
/// that.
///
/// Four rules together:
/// - no more calls than allowed in any span of a window, whichever way the server cuts its windows
///   ([SlidingWindow]);
/// - evenly spread, not in bursts ([Spacing]);
/// - where several processes share the limit, only the part that was given to this one ([Part]);
/// - where the headers prove that somebody else uses the same limit and it runs low, less of it
///   ([Share]), and nothing at all while it is used up.
public final class Pacer {
  /// Intercom gives its limit out in windows of ten seconds.
  private static final long WINDOW = Duration.ofSeconds(10).toNanos();

  /// Calls a window while nothing is known of the limit: half of the lowest that Intercom is known
  /// to give to apps in use.
  private static final int UNKNOWN_LIMIT = 80;

  /// The highest limit that headers are believed: Intercom gives a whole workspace 25,000 calls a
  /// minute. Only somebody's settings can ask for more.
  private static final int LIMIT_BELIEVED = 4_166;

  /// The shortest time without a call after a refusal. Headers speak in whole seconds, and a reset
  /// that is past already is no reason to ask again at once.
  private static final Duration SHORTEST_HOLD = Duration.ofSeconds(1);

  /// How long to wait while the next call depends on answers that are still to come.
  private static final long GLANCE = Duration.ofMillis(20).toNanos();

  private final Optional<Rate> ceiling;
  private final double headroom;
  private final SlidingWindow own;
  private final SlidingWindow theirs = new SlidingWindow(WINDOW);
  private final Spacing spacing = new Spacing(WINDOW / 50);
  private final Share share = new Share(WINDOW);
  private Optional<Quota> latest = Optional.empty();
  private Part part = Part.ALL;
  private long sent;
  private boolean held;
  private long heldUntil;

  private Pacer(Optional<Rate> ceiling, double headroom) {
    if (headroom < 0 || headroom >= 1) {
      throw new IllegalArgumentException("The headroom is a share from 0 to below 1.");
    }
    this.ceiling = ceiling;
    this.headroom = headroom;
    this.own = new SlidingWindow(ceiling.map(rate -> rate.window().toNanos()).orElse(WINDOW));
  }

  /// Takes what Intercom's headers give, less `headroom`.
  ///
  /// @param headroom the share of the limit left to others, from 0 to below 1
  public static Pacer auto(double headroom) {
    return new Pacer(Optional.empty(), headroom);
  }

  /// Never more than `ceiling`, and less where Intercom's headers give less.
  ///
  /// @param headroom the share of Intercom's own limit left to others, from 0 to below 1
  public static Pacer upTo(Rate ceiling, double headroom) {
    return new Pacer(Optional.of(ceiling), headroom);
  }

  /// A call that was sent, and what was known then.
  ///
  /// @param number how many calls were sent with it
  /// @param ours calls held against us when it was sent, itself among them
  public record Ticket(long number, int ours) {}

  /// How long to wait before the next call; zero when it may be sent at `now`.
  public Duration delay(long now) {
    var longest = Math.max(spacing.delay(now), theirs.delay(allowed(), now, GLANCE));
    if (ceiling.isPresent()) {
      longest = Math.max(longest, own.delay(part.of(ceiling.get().calls()), now, GLANCE));
    }
    return Duration.ofNanos(Math.max(longest, held ? heldUntil - now : 0));
  }

  /// A call is sent at `now`. Its ticket is to be handed back once, with its answer or without.
  public Ticket sent(long now) {
    held = false;
    sent++;
    own.sent();
    theirs.sent();
    spacing.sent(now, interval());
    return new Ticket(sent, theirs.count(now));
  }

  /// The call was answered at `now`, or given up.
  ///
  /// @param quota what its answer said of the limit
  public void answered(Ticket ticket, long now, Optional<Quota> quota) {
    own.answered(now);
    theirs.answered(now);
    quota.ifPresent(told -> learn(ticket, now, told));
  }

  /// Intercom refused a call at `now` because of the limit: nothing is sent for `pause`, and for a
  /// second at least.
  public void refused(long now, Duration pause) {
    share.contended(now);
    hold(now, pause.compareTo(SHORTEST_HOLD) < 0 ? SHORTEST_HOLD : pause);
  }

  /// From now on only a part of each limit may be used, which has at least one call.
  void keepTo(Part given) {
    part = given;
  }

  /// How long a call counts after its answer.
  Duration window() {
    return Duration.ofNanos(
        Math.max(WINDOW, ceiling.map(rate -> rate.window().toNanos()).orElse(0L)));
  }

  /// What is needed of the smaller of the two limits, at `now`.
  ///
  /// @param pressed whether calls had to wait lately
  Demand demand(long now, boolean pressed) {
    int whole = Math.min(given(), ceiling.map(Rate::calls).orElse(Integer.MAX_VALUE));
    int count = partOf(whole, theirs.count(now), given());
    if (ceiling.isPresent()) {
      count = Math.max(count, partOf(whole, own.count(now), ceiling.get().calls()));
    }
    int spare = Math.max(2 * count, whole / 10 + 1);
    return new Demand(count, pressed ? whole : Math.min(whole, spare), whole);
  }

  private static int partOf(int whole, int count, int limit) {
    return (int) Math.min(whole, Math.ceilDiv((long) count * whole, limit));
  }

  /// Calls made in the present window, as far as is known.
  public int used(long now) {
    return held
        ? latest.map(quota -> quota.limit() - quota.remaining()).orElse(theirs.count(now))
        : theirs.count(now);
  }

  /// Calls allowed in a window, as far as is known.
  public int maximum() {
    return held ? latest.map(Quota::limit).orElse(allowed()) : allowed();
  }

  private void learn(Ticket ticket, long now, Quota quota) {
    latest = Optional.of(quota);
    if (othersCalled(ticket, quota) && quota.remaining() <= quota.limit() / 20) {
      share.contended(now);
      holdIfUsedUp(now, quota);
    } else {
      share.quiet(now);
    }
  }

  /// Whether more calls were counted than we can have made: those held against us when this one was
  /// sent and all sent since, and those that are not our part. A few more are no proof.
  private boolean othersCalled(Ticket ticket, Quota quota) {
    var ours = ticket.ours() + (sent - ticket.number());
    var theirPart = part.alone() ? 0 : quota.limit() - part.of(quota.limit());
    var counted = quota.limit() - quota.remaining();
    return counted - ours - theirPart > Math.max(2, quota.limit() / 50);
  }

  private void holdIfUsedUp(long now, Quota quota) {
    if (quota.remaining() - theirs.inFlight() <= quota.limit() / 50) {
      hold(now, quota.reset());
    }
  }

  private void hold(long now, Duration pause) {
    var until = now + pause.toNanos();
    heldUntil = held && heldUntil - until > 0 ? heldUntil : until;
    held = true;
  }

  private int allowed() {
    return part.of(Math.max(1, (int) (given() * share.value())));
  }

  /// The calls of Intercom's own limit that this program and those that share with it may make.
  private int given() {
    return latest
        .map(quota -> Math.max(1, (int) Math.floor(believed(quota) * (1 - headroom))))
        .orElseGet(() -> ceiling.isPresent() ? Integer.MAX_VALUE : UNKNOWN_LIMIT);
  }

  private int believed(Quota quota) {
    return ceiling.isPresent() ? quota.limit() : Math.min(quota.limit(), LIMIT_BELIEVED);
  }

  private long interval() {
    var evenly = WINDOW / Math.max(1, allowed());
    return ceiling
        .map(rate -> Math.max(evenly, rate.window().toNanos() / Math.max(1, part.of(rate.calls()))))
        .orElse(evenly);
  }
}
