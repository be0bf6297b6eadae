package org.rollcall.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherer;
import java.util.stream.Stream;
import org.rollcall.plan.Change;

/// Cuts a plan where calls are made. A stretch ends with a member that needs Intercom; those before
/// it need no call.
///
/// On most nights nearly everybody is right already. If they were taken up one by one, they would
/// fill every place in flight and every batch, and the few calls between them would wait for each
/// other.
///
/// Stretches are views of the plan, so even a long one takes no memory.
final class Batching {
  /// The most members of one stretch, so that they are told of in time.
  private static final int LONGEST = 200;

  private Batching() {}

  /// The changes in their order, none left out; only the last of each stretch may need a call.
  static Stream<List<Change>> cut(List<Change> changes) {
    return Stream.iterate(
            Stretch.from(0, changes),
            stretch -> stretch.from() < changes.size(),
            stretch -> Stretch.from(stretch.to(), changes))
        .map(stretch -> changes.subList(stretch.from(), stretch.to()));
  }

  /// Batches of stretches, with so many members that need a call.
  static Gatherer<List<Change>, ?, List<List<Change>>> batches(int asking) {
    return Gatherer.<List<Change>, Batch, List<List<Change>>>ofSequential(
        Batch::new,
        (batch, stretch, downstream) -> {
          batch.add(stretch);
          return batch.asking < asking || downstream.push(batch.taken());
        },
        (batch, downstream) -> {
          if (!batch.stretches.isEmpty()) {
            downstream.push(batch.taken());
          }
        });
  }

  /// @param from the index of the first change
  /// @param to the index after the last
  private record Stretch(int from, int to) {
    static Stretch from(int from, List<Change> changes) {
      int to = from;
      boolean asks = false;
      while (to < changes.size() && to - from < LONGEST && !asks) {
        asks = changes.get(to++).asks();
      }
      return new Stretch(from, to);
    }
  }

  private static final class Batch {
    private final List<List<Change>> stretches = new ArrayList<>();
    private int asking;

    void add(List<Change> stretch) {
      stretches.add(stretch);
      if (stretch.getLast().asks()) {
        asking++;
      }
    }

    List<List<Change>> taken() {
      var taken = List.copyOf(stretches);
      stretches.clear();
      asking = 0;
      return taken;
    }
  }
}
