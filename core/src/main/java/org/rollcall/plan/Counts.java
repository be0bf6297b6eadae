package org.rollcall.plan;

import java.util.List;

/// The number of changes of each kind in a plan.
///
/// @param skip members for whom nothing is done, clashes among them
/// @param depart contacts of people who have left; not part of `total`, which counts members
/// @param archive surplus contacts to archive; not part of `total` either
public record Counts(int create, int update, int unchanged, int skip, int archive, int depart) {
  /// Counts `changes`.
  public static Counts of(List<Change> changes) {
    int create = 0;
    int update = 0;
    int unchanged = 0;
    int skip = 0;
    int archive = 0;
    int depart = 0;
    for (var change : changes) {
      switch (change) {
        case Change.Create _ -> create++;
        case Change.Update made -> {
          update++;
          archive += made.surplus().size();
        }
        case Change.Unchanged same -> {
          unchanged++;
          archive += same.surplus().size();
        }
        case Change.Skip _, Change.Clash _ -> skip++;
        case Change.Restore restore -> {
          update++;
          archive += archives(restore);
        }
        case Change.Depart _ -> depart++;
      }
    }
    return new Counts(create, update, unchanged, skip, archive, depart);
  }

  private static int archives(Change.Restore restore) {
    return (int) restore.deeds().stream().filter(Deed.Archive.class::isInstance).count();
  }

  /// These counts plus more unchanged members.
  Counts withUnchanged(int more) {
    return new Counts(create, update, unchanged + more, skip, archive, depart);
  }

  /// The number of members in the plan.
  public int total() {
    return create + update + unchanged + skip;
  }
}
