package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.rollcall.model.ContactId;
import org.rollcall.model.Target;
import org.rollcall.run.Revivals;

/// Revivals of one target. They are few and each is important, so each is written before its call
/// and not in a batch. A store that fails is reported, and the run goes on.
public final class SqlRevivals implements Revivals {
  private static final String UNNOTED = "Contacts that a run brings back cannot be noted";

  private final Forgiving store;
  private final String target;
  private final InstantSource clock;

  /// @param trouble told a sentence when the store fails
  public SqlRevivals(
      StoreAccess store, Target target, InstantSource clock, Consumer<String> trouble) {
    this.store = new Forgiving(store, trouble);
    this.target = target.key();
    this.clock = clock;
  }

  @Override
  public void note(ContactId contact, Was was) {
    store.ask(
        UNNOTED,
        0,
        handle ->
            handle
                .createUpdate(
                    "insert into <place>revivals(target, contact, was, noted)"
                        + " values (:target, :contact, :was, :noted)"
                        + " on conflict (target, contact) do update set was = excluded.was"
                        + " where excluded.was = 'BLOCKED'")
                .bind("target", target)
                .bind("contact", contact.value())
                .bind("was", was.name())
                .bind("noted", clock.millis())
                .execute());
  }

  @Override
  public void forget(ContactId contact) {
    store.ask(
        UNNOTED,
        0,
        handle ->
            handle
                .createUpdate(
                    "delete from <place>revivals"
                        + " where target = :target and contact = :contact")
                .bind("target", target)
                .bind("contact", contact.value())
                .execute());
  }

  @Override
  public List<Left> left() {
    return store.ask(
        UNNOTED,
        List.of(),
        handle ->
            handle
                .createQuery(
                    "select contact, was, noted from <place>revivals where target = :target")
                .bind("target", target)
                .map((row, _) -> left(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
  }

  /// Empty where the row says something that only a later version of Rollcall knows.
  private static Optional<Left> left(ResultSet row) throws SQLException {
    var contact = new ContactId(row.getString("contact"));
    var was = row.getString("was");
    long millis = row.getLong("noted");
    var noted =
        row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(millis));
    return Stream.of(Was.values())
        .filter(each -> each.name().equals(was))
        .findFirst()
        .map(each -> new Left(contact, each, noted));
  }
}
