package org.rollcall.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.rollcall.model.Target;

/// Rows of earlier versions, which keyed facts by the roster alone and revivals by the workspace.
final class Unclaimed {
  /// The facts about rosters.
  private static final List<Kept> FACTS =
      List.of(
          new Kept("rosters", "true"),
          new Kept("refusals", "own.member = old.member and own.field = old.field"),
          new Kept("contacts", "own.member = old.member"));

  private static final Kept RUNS = new Kept("runs", "false");
  private static final Kept REVIVALS = new Kept("revivals", "own.contact = old.contact");

  private Unclaimed() {}

  /// @param table whose rows they are
  /// @param same when a row `own` and a row `old` of the table are about the same thing
  private record Kept(String table, String same) {}

  /// The target column of such rows. It differs from every [Target#key].
  ///
  /// @param old the roster's name or the workspace's id
  static String key(String old) {
    return "unknown " + old;
  }

  /// Whether there is any fact about the roster.
  ///
  /// @param roster its name
  static boolean exist(Handle handle, String roster) {
    return FACTS.stream().anyMatch(kept -> exist(handle, kept, key(roster)));
  }

  /// Gives the target the facts about its roster and its workspace. A fact that it has already
  /// stays, and the old row about the same thing is deleted.
  static void claim(Handle handle, Target target) {
    var roster = key(target.roster().value());
    FACTS.forEach(kept -> claim(handle, kept, roster, target));
    claim(handle, RUNS, roster, target);
    claim(handle, REVIVALS, key(target.workspace().id()), target);
  }

  /// Looks before it writes, so that only the first run of a target writes.
  private static void claim(Handle handle, Kept kept, String old, Target target) {
    if (exist(handle, kept, old)) {
      write(
          handle,
          kept,
          "delete from <place><table> as old where old.target = :old and exists"
              + " (select 1 from <place><table> as own where own.target = :target and <same>)",
          old,
          target);
      write(
          handle,
          kept,
          "update <place><table> set target = :target where target = :old",
          old,
          target);
    }
  }

  private static void write(Handle handle, Kept kept, String statement, String old, Target target) {
    handle
        .createUpdate(statement)
        .define("table", kept.table())
        .define("same", kept.same())
        .bind("old", old)
        .bind("target", target.key())
        .execute();
  }

  private static boolean exist(Handle handle, Kept kept, String old) {
    return handle
        .createQuery("select exists (select 1 from <place><table> where target = :old)")
        .define("table", kept.table())
        .bind("old", old)
        .mapTo(Boolean.class)
        .one();
  }
}
