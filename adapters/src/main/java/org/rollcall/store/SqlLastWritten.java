package org.rollcall.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.rollcall.model.MemberId;
import org.rollcall.model.RosterName;
import org.rollcall.model.Target;
import org.rollcall.run.Fingerprint;
import org.rollcall.run.LastWritten;

/// Keeps the index of one target's contacts in the store. A store that fails is reported and counts
/// as no index.
public final class SqlLastWritten implements LastWritten {
  /// How many entries memory holds at once.
  private static final int MOST = 250;

  private static final String LEFT =
      "insert into <place>contacts as known (target, member, fingerprint)"
          + " values (:target, :member, :fingerprint) on conflict (target, member)"
          + " do update set fingerprint = excluded.fingerprint"
          + " where known.fingerprint <> excluded.fingerprint";
  private static final String GONE =
      "delete from <place>contacts where target = :target and member = :member";

  private final Forgiving store;
  private final String key;

  /// @param trouble told a sentence when the store fails
  public SqlLastWritten(StoreAccess store, Target target, Consumer<String> trouble) {
    this(new Forgiving(store, trouble), target.key());
  }

  private SqlLastWritten(Forgiving store, String key) {
    this.store = store;
    this.key = key;
  }

  /// What an earlier version left for this roster and no target has claimed. Nothing can be added.
  ///
  /// @param trouble told a sentence when the store fails
  public static LastWritten unclaimed(
      StoreAccess store, RosterName roster, Consumer<String> trouble) {
    var kept = new SqlLastWritten(new Forgiving(store, trouble), Unclaimed.key(roster.value()));
    return new LastWritten() {
      @Override
      public Map<MemberId, Fingerprint> contacts() {
        return kept.contacts();
      }

      @Override
      public void remember(Stream<Entry> entries) {}
    };
  }

  @Override
  public Map<MemberId, Fingerprint> contacts() {
    return store.ask(
        "The record of how earlier runs left the contacts cannot be read",
        Map.of(),
        handle ->
            handle
                .createQuery(
                    "select member, fingerprint from <place>contacts where target = :target")
                .bind("target", key)
                .map((row, _) ->
                    Map.entry(
                        new MemberId(row.getString("member")),
                        new Fingerprint(row.getLong("fingerprint"))))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public void remember(Stream<Entry> entries) {
    store.ask(
        "The record of how this run left the contacts cannot be kept, so the next --dry-run does not know it",
        0,
        handle -> {
          var few = new ArrayList<Entry>(MOST);
          entries.forEach(entry -> {
            few.add(entry);
            if (few.size() == MOST) {
              write(handle, few);
            }
          });
          write(handle, few);
          return 0;
        });
  }

  /// Closes its statements at once, because they hold their values until then.
  private void write(Handle handle, List<Entry> entries) {
    try (var left = handle.prepareBatch(LEFT);
        var gone = handle.prepareBatch(GONE)) {
      for (var entry : entries) {
        var batch = entry.left().isPresent() ? left : gone;
        entry.left().ifPresent(fingerprint -> left.bind("fingerprint", fingerprint.bits()));
        batch.bind("target", key).bind("member", entry.member().value()).add();
      }
      left.execute();
      gone.execute();
    }
    entries.clear();
  }
}
