package org.rollcall.plan;

import java.util.List;

/// The number of changes of each kind in a plan.
///
/// @param skip members for whom nothing is done, clashes among them
/// @param depart contacts of people who have left; not part of `total`, which counts members
/// @param archive surplus contacts to archive; not part of `total` either
/// @param revive members whose contact is archived, to bring back
/// @param blocked members whose contact is blocked, to bring back where Intercom allows it
public record Counts(
    int create,
    int update,
    int unchanged,
    int skip,
    int archive,
    int depart,
    int revive,
    int blocked) {
  /// Where nobody is archived or blocked, as far as is known.
  public Counts(int create, int update, int unchanged, int skip, int archive, int depart) {
    this(create, update, unchanged, skip, archive, depart, 0, 0);
  }

  /// Counts `changes`.
  public static Counts of(List<Change> changes) {
    int create = 0;
    int update = 0;
    int unchanged = 0;
    int skip = 0;
    int archive = 0;
    int depart = 0;
    int revive = 0;
    int blocked = 0;
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
        case Change.Revive each when each.isBlocked() -> blocked++;
        case Change.Revive _ -> revive++;
      }
    }
    return new Counts(create, update, unchanged, skip, archive, depart, revive, blocked);
  }

  private static int archives(Change.Restore restore) {
    return (int) restore.deeds().stream().filter(Deed.Archive.class::isInstance).count();
  }

  /// These counts plus more unchanged members.
  Counts withUnchanged(int more) {
    return new Counts(create, update, unchanged + more, skip, archive, depart, revive, blocked);
  }

  /// Whether nothing in Intercom would change.
  public boolean isEmpty() {
    return written() == 0 && archive == 0 && depart == 0;
  }

  /// The number of members in the plan.
  public int total() {
    return missing() + update + unchanged + skip;
  }

  /// The members who have no contact that can be seen.
  public int missing() {
    return create + revive + blocked;
  }

  /// The members for whom something is written.
  public int written() {
    return missing() + update;
  }
}
