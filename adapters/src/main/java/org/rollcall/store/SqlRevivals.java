package org.rollcall.store;

import java.util.Map;
import java.util.function.Consumer;
import org.rollcall.model.ContactId;
import org.rollcall.model.Target;
import org.rollcall.run.Revivals;

/// Revivals of one target. They are few and each is important, so each is written before its call
/// and not in a batch. A store that fails is reported, and the run goes on.
public final class SqlRevivals implements Revivals {
  private static final String UNNOTED = "Contacts that a run brings back cannot be noted";

  private final Forgiving store;
  private final String target;

  /// @param trouble told a sentence when the store fails
  public SqlRevivals(StoreAccess store, Target target, Consumer<String> trouble) {
    this.store = new Forgiving(store, trouble);
    this.target = target.key();
  }

  @Override
  public void note(ContactId contact, Was was) {
    store.ask(
        UNNOTED,
        0,
        handle ->
            handle
                .createUpdate(
                    "insert into <place>revivals(target, contact, was)"
                        + " values (:target, :contact, :was) on conflict do nothing")
                .bind("target", target)
                .bind("contact", contact.value())
                .bind("was", was.name())
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
  public Map<ContactId, Was> left() {
    return store.ask(
        UNNOTED,
        Map.of(),
        handle ->
            handle
                .createQuery("select contact, was from <place>revivals where target = :target")
                .bind("target", target)
                .map((row, _) ->
                    Map.entry(
                        new ContactId(row.getString("contact")), Was.valueOf(row.getString("was"))))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
