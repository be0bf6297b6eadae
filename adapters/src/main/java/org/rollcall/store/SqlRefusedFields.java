package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.RosterName;
import org.rollcall.model.Target;
import org.rollcall.review.StoredWord;
import org.rollcall.run.FieldDigest;
import org.rollcall.run.RefusedFields;

/// Remembers refused fields of one target. They are few, so the first question reads all of them. A
/// store that fails is reported and counts as no memory.
public final class SqlRefusedFields implements RefusedFields {
  /// How long a value that Intercom did not keep is remembered.
  private static final Duration WHILE = Duration.ofDays(7);

  /// A merge that was refused: the field is the lead, and the digest the contact it should go into.
  private static final String MERGE = "merge";

  private static final String LEAD = "lead ";

  private static final String WRITTEN =
      "insert into <place>refusals(target, member, field, digest, kind, refused)"
          + " values (:target, :member, :field, :digest, :kind, :refused)"
          + " on conflict (target, member, field)"
          + " do update set digest = excluded.digest, kind = excluded.kind,"
          + " refused = excluded.refused";

  private final Forgiving store;
  private final String key;
  private final InstantSource clock;
  private @Nullable Map<MemberId, Map<FieldName, Refusal>> known;
  private @Nullable Set<RefusedMerge> merges;
  private final Map<Place, Instant> times = new HashMap<>();

  private record Place(MemberId member, FieldName field) {}

  /// @param trouble told a sentence when the store fails
  public SqlRefusedFields(
      StoreAccess store, Target target, InstantSource clock, Consumer<String> trouble) {
    this(new Forgiving(store, trouble), target.key(), clock);
  }

  private SqlRefusedFields(Forgiving store, String key, InstantSource clock) {
    this.store = store;
    this.key = key;
    this.clock = clock;
  }

  /// What an earlier version learned about this roster and no target has claimed. Nothing can be
  /// added.
  ///
  /// @param trouble told a sentence when the store fails
  public static RefusedFields unclaimed(
      StoreAccess store, RosterName roster, InstantSource clock, Consumer<String> trouble) {
    var kept =
        new SqlRefusedFields(new Forgiving(store, trouble), Unclaimed.key(roster.value()), clock);
    return new RefusedFields() {
      @Override
      public Map<FieldName, Refusal> of(MemberId member) {
        return kept.of(member);
      }

      @Override
      public void remember(List<Refusal> refusals) {}
    };
  }

  @Override
  public Map<FieldName, Refusal> of(MemberId member) {
    var read = known;
    if (read == null) {
      read = read();
      known = read;
    }
    return read.getOrDefault(member, Map.of());
  }

  @Override
  public Optional<Instant> remembered(MemberId member, FieldName field) {
    return of(member).containsKey(field)
        ? Optional.ofNullable(times.get(new Place(member, field)))
        : Optional.empty();
  }

  @Override
  public void remember(List<Refusal> refusals) {
    if (!refusals.isEmpty()) {
      known = null;
      store.ask(
          "Values that Intercom refused cannot be remembered, so the next run sends them again",
          0,
          handle -> write(handle, refusals));
    }
  }

  @Override
  public Set<RefusedMerge> merges(MemberId member) {
    var read = merges;
    if (read == null) {
      read = readMerges();
      merges = read;
    }
    return read.stream()
        .filter(merge -> merge.member().equals(member))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void rememberMerges(List<RefusedMerge> refused) {
    if (!refused.isEmpty()) {
      merges = null;
      store.ask(
          "Merges that Intercom refused cannot be remembered, so the next run asks for them again",
          0,
          handle -> writeMerges(handle, refused));
    }
  }

  private int writeMerges(Handle handle, List<RefusedMerge> refused) {
    var batch = handle.prepareBatch(WRITTEN);
    for (var merge : refused) {
      batch
          .bind("target", key)
          .bind("member", merge.member().value())
          .bind("field", LEAD + merge.lead().value())
          .bind("digest", merge.into().value())
          .bind("kind", MERGE)
          .bind("refused", clock.millis())
          .add();
    }
    return batch.execute().length;
  }

  private Set<RefusedMerge> readMerges() {
    return Set.copyOf(
        store.ask(
            "Merges that Intercom refused before cannot be read, so they are asked for again",
            List.of(),
            handle ->
                handle
                    .createQuery(
                        "select member, field, digest from <place>refusals"
                            + " where target = :target and kind = :kind")
                    .bind("target", key)
                    .bind("kind", MERGE)
                    .map((row, _) -> merge(row))
                    .list()));
  }

  private static RefusedMerge merge(ResultSet row) throws SQLException {
    return new RefusedMerge(
        new MemberId(row.getString("member")),
        new ContactId(row.getString("field").substring(LEAD.length())),
        new ContactId(row.getString("digest")));
  }

  private int write(Handle handle, List<Refusal> refusals) {
    var batch = handle.prepareBatch(WRITTEN);
    for (var refusal : refusals) {
      batch
          .bind("target", key)
          .bind("member", refusal.member().value())
          .bind("field", refusal.field().value())
          .bind("digest", refusal.digest().hex())
          .bind("kind", StoredWord.of(refusal.kind()))
          .bind("refused", clock.millis())
          .add();
    }
    return batch.execute().length;
  }

  private Map<MemberId, Map<FieldName, Refusal>> read() {
    var read = new HashMap<MemberId, Map<FieldName, Refusal>>();
    for (var refusal : all()) {
      read.computeIfAbsent(refusal.member(), _ -> new HashMap<>()).put(refusal.field(), refusal);
    }
    return read;
  }

  private List<Refusal> all() {
    return store.ask(
        "Values that Intercom refused before cannot be read, so they are sent again",
        List.of(),
        handle ->
            handle
                .createQuery(
                    "select member, field, digest, kind, refused from <place>refusals"
                        + " where target = :target and kind <> '"
                        + MERGE
                        + "' and (kind = 'refused' or refused > :since)")
                .bind("target", key)
                .bind("since", clock.instant().minus(WHILE).toEpochMilli())
                .map((row, _) -> refusal(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
  }

  /// Empty where the row says something that only a later version of Rollcall knows.
  private Optional<Refusal> refusal(ResultSet row) throws SQLException {
    var member = new MemberId(row.getString("member"));
    var field = new FieldName(row.getString("field"));
    var digest = new FieldDigest(row.getString("digest"));
    times.put(new Place(member, field), Instant.ofEpochMilli(row.getLong("refused")));
    return StoredWord.meaning(row.getString("kind"), List.of(Kind.values()))
        .map(kind -> new Refusal(member, field, digest, kind));
  }
}
