package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;
import org.rollcall.model.Target;
import org.rollcall.review.StoredWord;
import org.rollcall.run.FieldDigest;
import org.rollcall.run.KnownEndings;

/// Remembers how it ended with single members of one target. They are few, so the first question
/// reads all of them. A store that fails is told and counts as no memory.
public final class SqlKnownEndings implements KnownEndings {
  private final Forgiving store;
  private final String target;
  private final InstantSource clock;
  private @Nullable Map<MemberId, Ending> known;

  /// @param trouble told a sentence when the store fails
  public SqlKnownEndings(
      StoreAccess store, Target target, InstantSource clock, Consumer<String> trouble) {
    this.store = new Forgiving(store, trouble);
    this.target = target.key();
    this.clock = clock;
  }

  @Override
  public Optional<Ending> of(MemberId member) {
    return Optional.ofNullable(all().get(member));
  }

  @Override
  public boolean isEmpty() {
    return all().isEmpty();
  }

  @Override
  public void remember(List<Ending> endings) {
    known = null;
    if (!endings.isEmpty()) {
      store.ask(
          "Members with whom it ended in a clash cannot be remembered, so the next run tries them again",
          0,
          handle -> {
            forget(handle);
            return write(handle, endings);
          });
    }
  }

  private Map<MemberId, Ending> all() {
    var read = known;
    if (read == null) {
      read = read();
      known = read;
    }
    return read;
  }

  private Map<MemberId, Ending> read() {
    return store.ask(
        "Members with whom it ended in a clash before cannot be read, so they are tried again",
        Map.of(),
        handle -> {
          var read = new HashMap<MemberId, Ending>();
          handle
              .createQuery("select * from <place>endings where target = :target and since > :old")
              .bind("target", target)
              .bind("old", old())
              .map((row, _) -> ending(row))
              .forEach(each -> each.ifPresent(ending -> read.put(ending.member(), ending)));
          return read;
        });
  }

  /// Empty where the row says something that only a later version of Rollcall knows.
  private static Optional<Ending> ending(ResultSet row) throws SQLException {
    var member = new MemberId(row.getString("member"));
    var sides = new FieldDigest(row.getString("sides"));
    var reason = row.getString("reason");
    var contact = Optional.of(row.getString("contact")).filter(id -> !id.isEmpty());
    var since = Instant.ofEpochMilli(row.getLong("since"));
    return StoredWord.meaning(row.getString("kind"), List.of(Kind.values()))
        .map(kind -> new Ending(member, sides, kind, reason, contact.map(ContactId::new), since));
  }

  private void forget(Handle handle) {
    handle
        .createUpdate("delete from <place>endings where target = :target and since <= :old")
        .bind("target", target)
        .bind("old", old())
        .execute();
  }

  private long old() {
    return clock.instant().minus(WHILE).toEpochMilli();
  }

  private int write(Handle handle, List<Ending> endings) {
    var batch =
        handle.prepareBatch(
            "insert into <place>endings(target, member, sides, kind, reason, contact, since)"
                + " values (:target, :member, :sides, :kind, :reason, :contact, :since)"
                + " on conflict (target, member) do update set sides = excluded.sides,"
                + " kind = excluded.kind, reason = excluded.reason, contact = excluded.contact,"
                + " since = excluded.since");
    for (var ending : endings) {
      batch
          .bind("target", target)
          .bind("member", ending.member().value())
          .bind("sides", ending.sides().hex())
          .bind("kind", StoredWord.of(ending.kind()))
          .bind("reason", ending.reason())
          .bind("contact", ending.contact().map(ContactId::value).orElse(""))
          .bind("since", ending.since().toEpochMilli())
          .add();
    }
    return batch.execute().length;
  }
}
