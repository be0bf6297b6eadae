package org.rollcall.review;

import java.time.Instant;
import java.util.Optional;
import org.rollcall.model.MemberId;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.Workspace;

/// Which runs somebody asks for.
///
/// @param sync runs of this sync alone; empty for all
/// @param workspace runs into this workspace alone, by its id or, in whatever case, by its name;
///   empty for all, also those of which the workspace is not known
/// @param since runs that started then or later; empty for all
/// @param member runs that changed, skipped or failed this member; empty for all
/// @param failed runs that did not succeed; with a member, runs in which that member failed
/// @param before runs that were before this one; empty for all
public record RunFilter(
    Optional<SyncName> sync,
    Optional<String> workspace,
    Optional<Instant> since,
    Optional<MemberId> member,
    boolean failed,
    Optional<Place> before) {
  /// The place of a run among all others: by its start, and by its id among those that started at
  /// once.
  public record Place(Instant started, String run) {
    /// Where a run is.
    public static Place of(JournaledRun run) {
      return new Place(run.started(), run.run());
    }

    private boolean isAfter(JournaledRun other) {
      int order = other.started().compareTo(started);
      return order < 0 || (order == 0 && other.run().compareTo(run) < 0);
    }
  }

  /// Every run, whenever it was.
  public RunFilter(
      Optional<SyncName> sync,
      Optional<String> workspace,
      Optional<Instant> since,
      Optional<MemberId> member,
      boolean failed) {
    this(sync, workspace, since, member, failed, Optional.empty());
  }

  /// The same, of those that were before `run`.
  public RunFilter before(Place run) {
    return new RunFilter(sync, workspace, since, member, failed, Optional.of(run));
  }

  /// Every run.
  public static final RunFilter ALL = new RunFilter(Optional.empty(), Optional.empty());

  /// Every run of this sync into this workspace.
  public RunFilter(Optional<SyncName> sync, Optional<String> workspace) {
    this(sync, workspace, Optional.empty(), Optional.empty(), false);
  }

  /// Whether the run is asked for, apart from what it did to the member.
  public boolean includes(JournaledRun run) {
    return sync.map(run.sync()::equals).orElse(true)
        && since.map(time -> !run.started().isBefore(time)).orElse(true)
        && before.map(place -> place.isAfter(run)).orElse(true)
        && (!failed || member.isPresent() || !hasSucceeded(run))
        && (workspace.isEmpty()
            || run.target().map(Target::workspace).filter(this::isIt).isPresent());
  }

  /// Whether runs into this workspace are asked for.
  public boolean includes(Workspace candidate) {
    return workspace.isEmpty() || isIt(candidate);
  }

  /// Whether what a run did to a member is asked for.
  public boolean includes(JournaledChange change) {
    return member.map(change.member()::equals).orElse(true)
        && (!failed || change.endedAs(SettledAs.FAILED));
  }

  private static boolean hasSucceeded(JournaledRun run) {
    return run.status().filter(EndedAs.SUCCEEDED::equals).isPresent();
  }

  private boolean isIt(Workspace candidate) {
    return workspace
        .filter(asked -> asked.equals(candidate.id()) || asked.equalsIgnoreCase(candidate.name()))
        .isPresent();
  }
}
