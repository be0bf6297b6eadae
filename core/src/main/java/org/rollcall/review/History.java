package org.rollcall.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.MemberId;
import org.rollcall.model.Target;
import org.rollcall.plan.NoticeRecord;

/// What earlier runs did, for people. Planning never reads it, so losing it costs history and
/// nothing else; what comes back every time, planning is told by [org.rollcall.run.WrittenBefore].
///
/// Each of these throws [RunStopped] when the store cannot be read.
public interface History {
  /// What the latest run is called without its id.
  String LATEST = "latest";

  /// The latest runs among those asked for, the latest first.
  ///
  /// @param last how many at most
  List<JournaledRun> runs(RunFilter filter, int last);

  /// One run; empty where there is none of that id.
  Optional<JournaledRun> run(String run);

  /// One run by its id, or the latest where that is asked for.
  ///
  /// @param name an id, or [#LATEST]
  /// @param among where `name` is [#LATEST]: which runs are looked at
  default Optional<JournaledRun> named(String name, RunFilter among) {
    return name.equals(LATEST) ? runs(among, 1).stream().findFirst() : run(name);
  }

  /// What to say where there is no run of this name.
  static String unknown(String name) {
    return name.equals(LATEST)
        ? "No such run is remembered yet. 'rollcall history' lists those that are."
        : "No run is called %s. 'rollcall history' lists the latest.".formatted(name);
  }

  /// Everybody whom a run was about, except those that were right already, in the order of their
  /// numbers.
  List<JournaledChange> changes(String run);

  /// A part of the same.
  default List<JournaledChange> changes(String run, ChangePage page) {
    return changes(run).stream().filter(page::includes).limit(page.most()).toList();
  }

  /// Whom a run was about, in the order in which they ended; those who have not are left out.
  ///
  /// @param from how many of the first to pass over
  /// @param most how many at most
  default List<JournaledChange> settled(String run, int from, int most) {
    return changes(run).stream()
        .filter(change -> change.settled().isPresent())
        .sorted(Comparator.comparing(change -> change.settled().orElseThrow()))
        .skip(from)
        .limit(most)
        .toList();
  }

  /// What the run told of members without changing anything for it, in its order. The latest runs
  /// keep it.
  List<NoticeRecord> notices(String run);

  /// What the latest runs of this target did to one member, the latest first. Runs whose target is
  /// not known are left out: they may have been about another roster's member of that number.
  List<JournaledChange> changes(Target target, MemberId member, int last);

  /// Where no run has been remembered yet.
  static History none() {
    return new History() {
      @Override
      public List<JournaledRun> runs(RunFilter filter, int last) {
        return List.of();
      }

      @Override
      public Optional<JournaledRun> run(String run) {
        return Optional.empty();
      }

      @Override
      public List<JournaledChange> changes(String run) {
        return List.of();
      }

      @Override
      public List<NoticeRecord> notices(String run) {
        return List.of();
      }

      @Override
      public List<JournaledChange> changes(Target target, MemberId member, int last) {
        return List.of();
      }
    };
  }
}
