package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.rollcall.model.FieldName;
import org.rollcall.model.MappingDigest;
import org.rollcall.model.Target;
import org.rollcall.run.KnownMapping;

/// Keeps in the store how a target's contacts were made. A store that fails is told and counts as
/// no memory.
public final class SqlKnownMapping implements KnownMapping {
  private static final String GOOD = "good";
  private static final String ACCEPTED = "accepted";

  private final Forgiving store;
  private final String target;

  /// @param trouble told a sentence when the store fails
  public SqlKnownMapping(StoreAccess store, Target target, Consumer<String> trouble) {
    this.store = new Forgiving(store, trouble);
    this.target = target.key();
  }

  @Override
  public MappingDigest ofLastGoodRun() {
    return read(GOOD);
  }

  @Override
  public MappingDigest accepted() {
    return read(ACCEPTED);
  }

  @Override
  public void accept(MappingDigest mapping) {
    store.ask(
        "That the new mapping is accepted cannot be kept, so it has to be accepted again if this run is interrupted",
        0,
        handle -> replace(handle, ACCEPTED, mapping));
  }

  @Override
  public void remember(MappingDigest mapping) {
    store.ask(
        "The mapping cannot be remembered, so the next run cannot tell whether it changed",
        0,
        handle -> {
          forget(handle, ACCEPTED);
          return replace(handle, GOOD, mapping);
        });
  }

  private int replace(Handle handle, String kind, MappingDigest mapping) {
    forget(handle, kind);
    if (mapping.fields().isEmpty()) {
      return 0;
    }
    var batch =
        handle.prepareBatch(
            "insert into <place>mappings(target, kind, field, digest)"
                + " values (:target, :kind, :field, :digest)");
    mapping
        .fields()
        .forEach((field, digest) ->
            batch
                .bind("target", target)
                .bind("kind", kind)
                .bind("field", field.value())
                .bind("digest", digest)
                .add());
    return batch.execute().length;
  }

  private void forget(Handle handle, String kind) {
    handle
        .createUpdate("delete from <place>mappings where target = :target and kind = :kind")
        .bind("target", target)
        .bind("kind", kind)
        .execute();
  }

  private MappingDigest read(String kind) {
    return store.ask(
        "Whether the mapping changed since the last good run cannot be told",
        MappingDigest.UNKNOWN,
        handle -> {
          var fields = new TreeMap<FieldName, String>();
          handle
              .createQuery(
                  "select field, digest from <place>mappings"
                      + " where target = :target and kind = :kind")
              .bind("target", target)
              .bind("kind", kind)
              .map((row, _) -> field(row))
              .forEach(each -> fields.put(each.getKey(), each.getValue()));
          return new MappingDigest(fields);
        });
  }

  private static Map.Entry<FieldName, String> field(ResultSet row) throws SQLException {
    return Map.entry(new FieldName(row.getString("field")), row.getString("digest"));
  }
}
