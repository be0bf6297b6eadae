package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.rollcall.model.Ignored;
import org.rollcall.model.MemberId;
import org.rollcall.model.Target;
import org.rollcall.run.KnownIgnores;

/// Keeps in the store whose failing is expected. A store that fails ends the command.
public final class SqlKnownIgnores implements KnownIgnores {
  private final StoreAccess store;
  private final String target;
  private final InstantSource clock;

  public SqlKnownIgnores(StoreAccess store, Target target, InstantSource clock) {
    this.store = store;
    this.target = target.key();
    this.clock = clock;
  }

  @Override
  public List<Ignored> all() {
    return ask("Who is ignored cannot be read", this::read);
  }

  @Override
  public void put(Ignored ignored) {
    var _ =
        ask(
            "It cannot be kept who is ignored",
            handle -> {
              delete(handle, ignored.member());
              return handle
                  .createUpdate(
                      "insert into <place>ignores(target, member, since, until, who, why)"
                          + " values (:target, :member, :since, :until, :who, :why)")
                  .bind("target", target)
                  .bind("member", ignored.member().value())
                  .bind("since", ignored.since().toEpochMilli())
                  .bind("until", ignored.until().toEpochMilli())
                  .bind("who", ignored.who())
                  .bind("why", ignored.why())
                  .execute();
            });
  }

  @Override
  public Optional<Ignored> remove(MemberId member) {
    return ask(
        "It cannot be kept who is ignored",
        handle -> {
          var there =
              read(handle).stream().filter(each -> each.member().equals(member)).findFirst();
          delete(handle, member);
          return there;
        });
  }

  private <T> T ask(String what, HandleCallback<T, RuntimeException> work) {
    return store.ask(what, opened -> opened.jdbi().inTransaction(work));
  }

  private List<Ignored> read(Handle handle) {
    var now = clock.instant();
    return handle
        .createQuery("select * from <place>ignores where target = :target")
        .bind("target", target)
        .map((row, _) -> ignored(row))
        .stream()
        .filter(each -> each.isOn(now))
        .sorted(Comparator.comparing(Ignored::member))
        .toList();
  }

  /// The member's, and those that hold no more.
  private void delete(Handle handle, MemberId member) {
    handle
        .createUpdate(
            "delete from <place>ignores where target = :target"
                + " and (member = :member or until <= :now)")
        .bind("target", target)
        .bind("member", member.value())
        .bind("now", clock.instant().toEpochMilli())
        .execute();
  }

  private static Ignored ignored(ResultSet row) throws SQLException {
    return new Ignored(
        new MemberId(row.getString("member")),
        Instant.ofEpochMilli(row.getLong("since")),
        Instant.ofEpochMilli(row.getLong("until")),
        row.getString("who"),
        row.getString("why"));
  }
}
