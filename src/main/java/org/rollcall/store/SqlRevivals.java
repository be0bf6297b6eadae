package org.rollcall.store;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.rollcall.model.ContactId;
import org.rollcall.run.Revivals;

/// Written before the call and not in batches: they are few, and each matters. A store that fails
/// is told, and the run goes on.
public final class SqlRevivals implements Revivals {
  private final Supplier<Store> store;
  private final Supplier<String> workspace;
  private final Consumer<String> trouble;

  /// @param workspace asked once it is known
  /// @param trouble told a sentence when the store fails
  public SqlRevivals(Supplier<Store> store, Supplier<String> workspace, Consumer<String> trouble) {
    this.store = store;
    this.workspace = workspace;
    this.trouble = trouble;
  }

  @Override
  public void note(ContactId contact, Was was) {
    tried(handle ->
        handle
            .createUpdate(
                "insert into <place>revivals(workspace, contact, was)"
                    + " values (:workspace, :contact, :was) on conflict do nothing")
            .bind("workspace", workspace.get())
            .bind("contact", contact.value())
            .bind("was", was.name())
            .execute());
  }

  @Override
  public void forget(ContactId contact) {
    tried(handle ->
        handle
            .createUpdate(
                "delete from <place>revivals"
                    + " where workspace = :workspace and contact = :contact")
            .bind("workspace", workspace.get())
            .bind("contact", contact.value())
            .execute());
  }

  @Override
  public Map<ContactId, Was> left() {
    var left = new HashMap<ContactId, Was>();
    tried(handle ->
        handle
            .createQuery("select contact, was from <place>revivals where workspace = :workspace")
            .bind("workspace", workspace.get())
            .map((row, _) ->
                Map.entry(
                    new ContactId(row.getString("contact")), Was.valueOf(row.getString("was"))))
            .forEach(each -> left.put(each.getKey(), each.getValue())));
    return left;
  }

  private void tried(Consumer<Handle> work) {
    try {
      StoreTrouble.told(
          "What a run brings back cannot be noted",
          () -> {
            store.get().jdbi().useHandle(work::accept);
            return true;
          });
    } catch (StoreTrouble failed) {
      trouble.accept(String.valueOf(failed.getMessage()));
    }
  }
}
