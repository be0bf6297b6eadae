package org.rollcall.run;

import java.time.Duration;
import java.util.List;
import org.rollcall.apply.Outcome;
import org.rollcall.model.MemberId;
import org.rollcall.model.Target;
import org.rollcall.model.TextSet;
import org.rollcall.plan.Change;
import org.rollcall.plan.DeedRecord;
import org.rollcall.plan.Notice;
import org.rollcall.plan.Plan;

/// What a run tells while it goes: one stream, many listeners. Listeners are called by one thread
/// at a time.
public sealed interface RunEvent {
  /// Whether later events replace it: it tells that a member was right already, and the next one
  /// tells how far the run is.
  default boolean isSuperseded() {
    return this instanceof Settled(var outcome, var done, var total)
        && done < total
        && !Report.names(outcome)
        && outcome.warnings().isEmpty();
  }

  /// Whether it must be written down before the run goes on, since it tells what is about to be
  /// done.
  default boolean isAhead() {
    return this instanceof Intended || (this instanceof Done(_, _, var ahead) && ahead);
  }

  /// Where the run is remembered.
  ///
  /// @param place a file or a database, without anybody's secret
  record StoreFound(String place) implements RunEvent {}

  /// This listener was too slow or came too late, and some events were left out for it.
  record Missed(int events) implements RunEvent {}

  /// The contacts are read one page after the other after all.
  ///
  /// @param why what made a reading in parts doubtful, as a sentence
  record ListedAnew(String why) implements RunEvent {}

  /// A run began.
  ///
  /// @param run its id
  /// @param basis whether Intercom is called, or what there is instead
  record Started(String run, Basis basis) implements RunEvent {}

  /// The exact number of eligible members is known.
  record RosterCounted(long total, int pageSize) implements RunEvent {}

  /// One page more was read.
  ///
  /// @param page from 1
  /// @param soFar members read until now
  record RosterPage(int page, long soFar) implements RunEvent {}

  /// All were read.
  record RosterRead(long members) implements RunEvent {}

  /// A read of the roster failed and will be tried again.
  ///
  /// @param attempt the try that follows, from 2
  /// @param attempts how many tries there are in all
  /// @param left what this pause and all later ones add up to
  record RosterRetry(String what, int attempt, int attempts, Duration pause, Duration left)
      implements RunEvent {}

  /// One page more of the workspace was read.
  ///
  /// @param soFar contacts read until now
  /// @param total how many Intercom says there are; -1 where it does not say
  record WorkspacePage(long soFar, long total) implements RunEvent {}

  /// The plan is made and nothing is written yet.
  record Planned(Plan plan) implements RunEvent {}

  /// Something the operator should know about the plan.
  record Noticed(Notice notice) implements RunEvent {}

  /// What the last run noticed, which need not be told again.
  ///
  /// @param sentences as [org.rollcall.plan.NoticeRecord#shown] has them
  record Recalled(TextSet sentences) implements RunEvent {}

  /// The token opens this workspace, and it is the right one.
  record Admitted(Target target) implements RunEvent {}

  /// These members are about to be written as planned: told before the first call.
  record Intended(List<Change> changes) implements RunEvent {
    public Intended {
      changes = List.copyOf(changes);
    }
  }

  /// What is done for a member.
  ///
  /// @param deeds in their order; those of unknown landing may be about to be done
  /// @param ahead whether the last one is about to be done, and was not planned
  record Done(MemberId member, List<DeedRecord> deeds, boolean ahead) implements RunEvent {
    public Done {
      deeds = List.copyOf(deeds);
    }
  }

  /// Something beside the run went wrong, which goes on all the same.
  ///
  /// @param sentence what, and what it means
  record Warned(String sentence) implements RunEvent {}

  /// Writing begins.
  ///
  /// @param members how many members the run is about
  /// @param changes how many of them need a write
  record Applying(int members, int changes) implements RunEvent {}

  /// One member is finished, even if there was nothing to do. A simulated run only prepares a
  /// member whom a real run would create, update or find right; that is told as updated.
  ///
  /// @param done members finished until now
  /// @param total members the run is about
  record Settled(Outcome outcome, int done, int total) implements RunEvent {}

  /// One of several contacts of a member, as the duplicates rule judged it.
  ///
  /// @param created Unix seconds
  /// @param archived whether it was archived; the one kept was not
  record Duplicate(
      String member, String contact, String name, String email, long created, boolean archived)
      implements RunEvent {}

  /// The rate limit holds the run up.
  ///
  /// @param used calls made in the present window
  /// @param maximum calls allowed in it
  record RateWait(int used, int maximum, Duration pause) implements RunEvent {}

  /// A call to Intercom brought no settled answer and is sent again.
  ///
  /// @param what which call, without anybody's data
  /// @param attempt the try that follows, from 2
  record GatewayRetry(String what, String why, int attempt, int attempts, Duration pause)
      implements RunEvent {}

  /// Members were handed to Intercom in bulk, to be made or changed.
  ///
  /// @param handed members handed over until now
  /// @param total members to be handed over
  record BulkHanded(int handed, int total) implements RunEvent {}

  /// Intercom is at work on what was handed over in bulk, or does not show it yet.
  ///
  /// @param members how many members this is about
  record BulkWait(int members, Duration pause) implements RunEvent {}

  /// The run is over, however it ended.
  record Finished(Report report) implements RunEvent {}
}
