package org.rollcall.store;

import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.model.RosterName;
import org.rollcall.model.Target;
import org.rollcall.model.Workspace;
import org.rollcall.run.KnownTargets;

/// Keeps targets in the store. A store that fails is reported and counts as no memory.
public final class SqlTargets implements KnownTargets {
  private final Forgiving store;

  /// @param trouble told a sentence when the store fails
  public SqlTargets(StoreAccess store, Consumer<String> trouble) {
    this.store = new Forgiving(store, trouble);
  }

  /// Writes first, because a SQLite transaction that reads first cannot wait for another writer.
  @Override
  public void admit(Target target, String access) {
    store.ask(
        "The workspace cannot be remembered, so the next --dry-run does not know it",
        0,
        handle -> {
          TargetRows.write(handle, target);
          if (!access.isEmpty()) {
            TargetRows.write(handle, access, target.workspace());
          }
          Unclaimed.claim(handle, target);
          return 0;
        });
  }

  @Override
  public Optional<Target> behind(RosterName roster, String access) {
    if (access.isEmpty()) {
      return Optional.empty();
    }
    Optional<Workspace> workspace =
        store.ask(
            "The workspace that the access token opened last cannot be looked up",
            Optional.empty(),
            handle -> TargetRows.behind(handle, access));
    return workspace.map(opened -> new Target(roster, opened));
  }

  @Override
  public boolean knows(RosterName roster) {
    return store.ask(
        "Earlier runs of the roster cannot be looked up",
        false,
        handle -> TargetRows.exist(handle, roster));
  }

  @Override
  public boolean hasUnclaimed(RosterName roster) {
    return store.ask(
        "The facts that earlier runs learned about the roster cannot be read",
        false,
        handle -> Unclaimed.exist(handle, roster.value()));
  }
}
