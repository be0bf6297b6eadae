package org.rollcall.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.MemberId;
import org.rollcall.model.Tolerance;

/// What is new about those who failed in a run. Everybody who failed is in one of the three.
///
/// @param anew who failed, and did not before, or for another cause
/// @param before who failed for the same cause when they were tried last
/// @param ignored who failed, of whom somebody said that it is expected
/// @param recovered who failed when they were tried last, and are right now
public record FailureNews(
    List<Failure> anew, List<Failure> before, List<Failure> ignored, List<MemberId> recovered) {
  /// Of a run in which nobody failed, as before.
  public static final FailureNews NONE =
      new FailureNews(List.of(), List.of(), List.of(), List.of());

  public FailureNews {
    anew = List.copyOf(anew);
    before = List.copyOf(before);
    ignored = List.copyOf(ignored);
    recovered = List.copyOf(recovered);
  }

  /// @param last whoever failed when they were tried last
  /// @param expected whose failing is expected
  static FailureNews of(
      List<Outcome> outcomes, Map<MemberId, KnownFailures.Known> last, Set<MemberId> expected) {
    var anew = new ArrayList<Failure>();
    var before = new ArrayList<Failure>();
    var ignored = new ArrayList<Failure>();
    var recovered = new ArrayList<MemberId>();
    for (var outcome : outcomes) {
      var known = last.get(outcome.member());
      var failed = Failure.of(outcome);
      if (failed.isPresent()) {
        var list =
            expected.contains(outcome.member())
                ? ignored
                : isSame(known, failed.get()) ? before : anew;
        list.add(failed.get());
      } else if (known != null && isRight(outcome.result())) {
        recovered.add(outcome.member());
      }
    }
    return new FailureNews(anew, before, ignored, recovered);
  }

  private static boolean isSame(KnownFailures.@Nullable Known known, Failure failure) {
    return known != null && known.failure().equals(failure);
  }

  /// Whoever is skipped, or has left, is not right: there is nothing to be.
  private static boolean isRight(Result result) {
    return switch (result) {
      case Result.Created _, Result.Updated _, Result.Unchanged _ -> true;
      case Result.Skipped _, Result.Departed _, Result.NotDone _ -> false;
    };
  }

  /// Who is known to fail after the run. Whoever was not tried fails as before.
  ///
  /// @param whole whether everybody was tried, so that whoever is not among the outcomes is gone
  static List<KnownFailures.Known> after(
      List<Outcome> outcomes, Map<MemberId, KnownFailures.Known> last, boolean whole, Instant now) {
    var known = new TreeMap<MemberId, KnownFailures.Known>(whole ? Map.of() : last);
    for (var outcome : outcomes) {
      var failed = Failure.of(outcome);
      if (failed.isEmpty()) {
        known.remove(outcome.member());
        continue;
      }
      var earlier = last.get(outcome.member());
      known.put(
          outcome.member(),
          earlier != null && isSame(earlier, failed.get())
              ? earlier
              : new KnownFailures.Known(failed.get(), now));
    }
    return List.copyOf(known.values());
  }

  /// How many failed.
  public int failed() {
    return anew.size() + before.size() + ignored.size();
  }

  /// Whether somebody who tolerates so much need not hear of those who failed.
  public boolean isTolerable(Tolerance tolerance) {
    return switch (tolerance) {
      case NONE -> failed() == 0;
      case IGNORED -> anew.isEmpty() && before.isEmpty();
      case KNOWN -> anew.isEmpty();
    };
  }

  /// Whether there is nothing to say.
  public boolean isEmpty() {
    return failed() == 0 && recovered.isEmpty();
  }
}
