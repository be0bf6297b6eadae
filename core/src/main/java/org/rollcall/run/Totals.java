package org.rollcall.run;

/// How many members ended how. `total` is the sum of the five that follow it, always.
///
/// @param duplicatesResolved surplus contacts archived; beside the sum
/// @param leavers people no longer eligible whose contact shows it now; beside the sum
/// @param notKept values that Intercom does not keep as they are sent; beside the sum
public record Totals(
    int total,
    int created,
    int updated,
    int unchanged,
    int skipped,
    int failed,
    int duplicatesResolved,
    int leavers,
    int notKept) {
  /// Of a run that was about nobody.
  public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0);

  public Totals {
    if (total != created + updated + unchanged + skipped + failed) {
      throw new IllegalArgumentException("The totals of a run do not add up.");
    }
  }

  /// Of a run in which Intercom kept everything.
  public Totals(
      int total,
      int created,
      int updated,
      int unchanged,
      int skipped,
      int failed,
      int duplicatesResolved,
      int leavers) {
    this(total, created, updated, unchanged, skipped, failed, duplicatesResolved, leavers, 0);
  }

  /// The same, with more values that Intercom does not keep.
  Totals notKeeping(int more) {
    return new Totals(
        total,
        created,
        updated,
        unchanged,
        skipped,
        failed,
        duplicatesResolved,
        leavers,
        notKept + more);
  }

  /// Whether nothing was done, and nothing has to be told.
  public boolean isQuiet() {
    return unchanged == total && duplicatesResolved == 0 && leavers == 0 && notKept == 0;
  }

  /// Whether every member is as the roster says.
  boolean isWhole() {
    return failed == 0 && notKept == 0;
  }
}
