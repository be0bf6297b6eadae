package org.rollcall.page.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.apply.Outcome;
import org.rollcall.model.Wording;
import org.rollcall.page.Tone;
import org.rollcall.review.SettledAs;
import org.rollcall.run.EventEnvelope;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;

/// How far a run is, as its events tell. Each event makes a new one.
///
/// @param phase what it does
/// @param done how much of the phase is done
/// @param total how much there is; 0 where nobody knows
/// @param rate calls in the present window and how many are allowed, as a sentence; `""` where
///   nothing held it up
/// @param hint what holds it up now, as a sentence; `""` for nothing
/// @param counts how many members ended how
/// @param latest the last members who were written or failed, the latest first
/// @param since when the phase began
/// @param now the time of the last event
public record LiveProgress(
    Phase phase,
    long done,
    long total,
    String rate,
    String hint,
    Counts counts,
    List<Latest> latest,
    Instant since,
    Instant now) {
  private static final int SHOWN = 8;

  /// What a run does, one after the other.
  public enum Phase {
    BEGINS("live.begins"),
    READS_ROSTER("live.roster"),
    READS_WORKSPACE("live.workspace"),
    PLANS("live.plans"),
    WRITES("live.writes"),
    ENDS("live.ends");

    private final String key;

    Phase(String key) {
      this.key = key;
    }

    public String words() {
      return Text.text(key);
    }
  }

  /// How many members ended how.
  public record Counts(int created, int updated, int failed, int skipped, int others) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts with(SettledAs ending) {
      return switch (ending) {
        case CREATED -> new Counts(created + 1, updated, failed, skipped, others);
        case UPDATED, DEPARTED -> new Counts(created, updated + 1, failed, skipped, others);
        case FAILED -> new Counts(created, updated, failed + 1, skipped, others);
        case SKIPPED -> new Counts(created, updated, failed, skipped + 1, others);
        case UNCHANGED, UNKNOWN -> new Counts(created, updated, failed, skipped, others + 1);
      };
    }
  }

  /// A member who has just ended.
  public record Latest(String member, SettledAs ending) {
    public Tone tone() {
      return switch (ending) {
        case CREATED, UPDATED, DEPARTED -> Tone.CHANGE;
        case FAILED -> Tone.BAD;
        case SKIPPED -> Tone.WARNING;
        case UNCHANGED -> Tone.GOOD;
        case UNKNOWN -> Tone.QUIET;
      };
    }
  }

  public LiveProgress {
    latest = List.copyOf(latest);
  }

  /// Of a run that has told nothing yet.
  public static LiveProgress none(Instant now) {
    return new LiveProgress(Phase.BEGINS, 0, 0, "", "", Counts.NONE, List.of(), now, now);
  }

  /// How far it is after one event more.
  public LiveProgress after(EventEnvelope envelope) {
    var at = at(envelope.time());
    return switch (envelope.event()) {
      case RunEvent.RosterCounted(var members, _) -> at.begin(Phase.READS_ROSTER, members);
      case RunEvent.RosterPage(_, var soFar) -> at.during(Phase.READS_ROSTER).reached(soFar);
      case RunEvent.WorkspacePage(var soFar, var all) ->
          at.during(Phase.READS_WORKSPACE).of(Math.max(all, 0)).reached(soFar);
      case RunEvent.Planned _ -> at.begin(Phase.PLANS, 0);
      case RunEvent.Applying(var members, _) -> at.begin(Phase.WRITES, members);
      case RunEvent.Settled(var outcome, var settled, var all) ->
          at.during(Phase.WRITES).of(all).settled(outcome).reached(settled);
      case RunEvent.RateWait(var used, var maximum, _) ->
          at.rated(Text.text("live.rate", used, maximum));
      case RunEvent.GatewayRetry(var what, var why, _, _, var pause) ->
          at.held(Text.text("live.again", what, why, Wording.about(pause)));
      case RunEvent.RosterRetry(var what, _, _, var pause, _) ->
          at.held(Text.text("live.again", what, "", Wording.about(pause)));
      case RunEvent.BulkHanded(var handed, var all) ->
          at.during(Phase.WRITES).of(all).reached(handed);
      case RunEvent.BulkWait(var members, _) -> at.held(Text.text("live.bulk", members));
      case RunEvent.Finished _ -> at.begin(Phase.ENDS, 0);
      case RunEvent.StoreFound _,
          RunEvent.Missed _,
          RunEvent.ListedAnew _,
          RunEvent.Started _,
          RunEvent.RosterRead _,
          RunEvent.Noticed _,
          RunEvent.Recalled _,
          RunEvent.Admitted _,
          RunEvent.Intended _,
          RunEvent.Done _,
          RunEvent.Warned _,
          RunEvent.Duplicate _ ->
          at;
    };
  }

  /// How long the phase still takes, if it goes on as it went; empty where nothing tells.
  public Optional<String> remaining() {
    if (phase != Phase.WRITES || done == 0 || total <= done) {
      return Optional.empty();
    }
    var spent = Duration.between(since, now);
    return Optional.of(Wording.about(spent.multipliedBy(total - done).dividedBy(done)));
  }

  /// How much of the phase is done, in hundredths.
  public int percent() {
    return total == 0 ? 0 : (int) Math.min(100, done * 100 / total);
  }

  private LiveProgress begin(Phase other, long all) {
    return new LiveProgress(other, 0, all, rate, "", counts, latest, now, now);
  }

  private LiveProgress during(Phase other) {
    return phase == other ? this : begin(other, 0);
  }

  private LiveProgress at(Instant time) {
    return new LiveProgress(phase, done, total, rate, hint, counts, latest, since, time);
  }

  private LiveProgress of(long all) {
    return new LiveProgress(phase, done, all, rate, hint, counts, latest, since, now);
  }

  private LiveProgress reached(long much) {
    return new LiveProgress(phase, much, total, rate, "", counts, latest, since, now);
  }

  private LiveProgress rated(String sentence) {
    return new LiveProgress(phase, done, total, sentence, hint, counts, latest, since, now);
  }

  private LiveProgress held(String sentence) {
    return new LiveProgress(phase, done, total, rate, sentence, counts, latest, since, now);
  }

  private LiveProgress settled(Outcome outcome) {
    var ending = SettledAs.of(outcome.result());
    var counted = counts.with(ending);
    return Report.names(outcome)
        ? new LiveProgress(
            phase, done, total, rate, hint, counted, with(outcome, ending), since, now)
        : new LiveProgress(phase, done, total, rate, hint, counted, latest, since, now);
  }

  private List<Latest> with(Outcome outcome, SettledAs ending) {
    var more = new ArrayList<Latest>(SHOWN);
    more.add(new Latest(outcome.member().value(), ending));
    latest.stream().limit(SHOWN - 1L).forEach(more::add);
    return more;
  }
}
