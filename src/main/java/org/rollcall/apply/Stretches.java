package org.rollcall.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherer;
import org.rollcall.plan.Change;

/// Cuts a plan where calls are made: each stretch is one member that needs Intercom, after those
/// before it that don't.
///
/// On most nights nearly everybody is right already. Taken up one by one they would fill every
/// place in flight and every batch, and the few calls between them would wait for each other.
final class Stretches {
  /// Bounds what is held of a plan at a time.
  private static final int LONGEST = 200;

  /// So many changes are held at a time, however few of them need a call.
  private static final int MOST = 4_000;

  private Stretches() {}

  /// The changes in their order, none left out; only the last of each stretch may need a call.
  static Gatherer<Change, ?, List<Change>> cut() {
    return Gatherer.<Change, List<Change>, List<Change>>ofSequential(
        ArrayList::new,
        (stretch, change, downstream) -> {
          stretch.add(change);
          return !(change.asks() || stretch.size() == LONGEST) || end(stretch, downstream);
        },
        (stretch, downstream) -> {
          if (!stretch.isEmpty()) {
            end(stretch, downstream);
          }
        });
  }

  /// Batches of stretches: with so many members that need a call, or fewer where those are rare.
  static Gatherer<List<Change>, ?, List<List<Change>>> batches(int asking) {
    return Gatherer.<List<Change>, Batch, List<List<Change>>>ofSequential(
        Batch::new,
        (batch, stretch, downstream) -> {
          batch.add(stretch);
          return !batch.isFull(asking) || downstream.push(batch.taken());
        },
        (batch, downstream) -> {
          if (batch.changes > 0) {
            downstream.push(batch.taken());
          }
        });
  }

  private static final class Batch {
    private final List<List<Change>> stretches = new ArrayList<>();
    private int asking;
    private int changes;

    void add(List<Change> stretch) {
      stretches.add(stretch);
      changes += stretch.size();
      if (stretch.getLast().asks()) {
        asking++;
      }
    }

    boolean isFull(int most) {
      return asking == most || changes >= MOST;
    }

    List<List<Change>> taken() {
      var taken = List.copyOf(stretches);
      stretches.clear();
      asking = 0;
      changes = 0;
      return taken;
    }
  }

  private static boolean end(
      List<Change> stretch, Gatherer.Downstream<? super List<Change>> downstream) {
    var whole = List.copyOf(stretch);
    stretch.clear();
    return downstream.push(whole);
  }
}
