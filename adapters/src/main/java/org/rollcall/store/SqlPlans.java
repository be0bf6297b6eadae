package org.rollcall.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;
import org.rollcall.model.Privacy;
import org.rollcall.model.SyncName;

/// Plans that wait for a person's approval, for a week. They name people, as the rest of the store
/// does. For many threads and processes. Each method throws [StoreTrouble] when the store fails.
public final class SqlPlans {
  /// How long a plan is kept.
  public static final Duration LIFE = Duration.ofDays(7);

  /// So many changes are kept together.
  public static final int PAGE = 100;

  private static final String UNREADABLE = "The plan cannot be read";

  private final StoreAccess store;
  private final InstantSource clock;

  public SqlPlans(StoreAccess store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// A plan as it is kept, in JSON.
  ///
  /// @param document all of it
  /// @param head what it comes to, for those who may see people
  /// @param maskedHead the same for others
  /// @param entries its changes one by one
  public record Kept(String document, String head, String maskedHead, List<String> entries) {
    public Kept {
      entries = List.copyOf(entries);
    }
  }

  /// What a plan comes to.
  ///
  /// @param entries how many changes it has
  public record Head(SyncName sync, String head, int entries) {}

  /// Keeps a plan.
  ///
  /// @param digest of its document; the same plan is kept once
  public void put(SyncName sync, String digest, Kept plan) {
    var now = clock.instant();
    var _ =
        store.ask(
            "The plan cannot be kept",
            opened ->
                opened
                    .jdbi()
                    .inTransaction(handle -> {
                      forget(handle, now);
                      return insert(handle, sync, digest, plan, now);
                    }));
  }

  private static void forget(Handle handle, Instant now) {
    handle
        .createUpdate("delete from <place>plans where made < :old")
        .bind("old", now.minus(LIFE).toEpochMilli())
        .execute();
    handle
        .createUpdate(
            "delete from <place>plan_pages where digest not in (select digest from <place>plans)")
        .execute();
  }

  private static boolean insert(
      Handle handle, SyncName sync, String digest, Kept plan, Instant now) {
    int fresh =
        handle
            .createUpdate(
                "insert into <place>plans(digest, sync, made, document, head, masked_head, entries)"
                    + " values (:digest, :sync, :made, :document, :head, :masked, :entries)"
                    + " on conflict (digest) do nothing")
            .bind("digest", digest)
            .bind("sync", sync.value())
            .bind("made", now.toEpochMilli())
            .bind("document", packed(plan.document()))
            .bind("head", packed(plan.head()))
            .bind("masked", packed(plan.maskedHead()))
            .bind("entries", plan.entries().size())
            .execute();
    if (fresh == 1 && !plan.entries().isEmpty()) {
      insertPages(handle, digest, plan.entries());
    }
    return true;
  }

  private static void insertPages(Handle handle, String digest, List<String> entries) {
    try (var batch =
        handle.prepareBatch(
            "insert into <place>plan_pages(digest, page, entries)"
                + " values (:digest, :page, :entries)")) {
      for (int from = 0; from < entries.size(); from += PAGE) {
        var some = entries.subList(from, Math.min(entries.size(), from + PAGE));
        batch
            .bind("digest", digest)
            .bind("page", from / PAGE)
            .bind("entries", packed("[" + String.join(",", some) + "]"))
            .add();
      }
      batch.execute();
    }
  }

  /// What a plan comes to; empty where there is none of that digest, or an earlier version kept it.
  ///
  /// @param privacy for whom
  public Optional<Head> head(String digest, Privacy privacy) {
    var column =
        switch (privacy) {
          case SHOW -> "head";
          case MASK -> "masked_head";
        };
    return store.ask(
        UNREADABLE,
        opened ->
            opened
                .jdbi()
                .withHandle(handle ->
                    handle
                        .createQuery(
                            "select sync, entries, <column> as head from <place>plans"
                                + " where digest = :digest and made >= :old"
                                + " and entries is not null")
                        .define("column", column)
                        .bind("digest", digest)
                        .bind("old", oldest())
                        .map((row, _) ->
                            new Head(
                                new SyncName(row.getString("sync")),
                                unpacked(row.getBytes("head")),
                                row.getInt("entries")))
                        .findOne()));
  }

  /// Some of a plan's changes: lists of JSON, whose first has the change number `from` at its place
  /// `from` modulo [#PAGE].
  ///
  /// @param from the first, from 0
  /// @param to the one after the last
  public List<String> entries(String digest, int from, int to) {
    return store.ask(
        UNREADABLE,
        opened ->
            opened
                .jdbi()
                .withHandle(handle ->
                    handle
                        .createQuery(
                            "select entries from <place>plan_pages where digest = :digest"
                                + " and page between :first and :last order by page")
                        .bind("digest", digest)
                        .bind("first", from / PAGE)
                        .bind("last", Math.max(from, to - 1) / PAGE)
                        .map((row, _) -> unpacked(row.getBytes("entries")))
                        .list()));
  }

  /// The document of a plan; empty where there is none of that digest, or none any more.
  public Optional<String> find(String digest) {
    return store.ask(
        UNREADABLE,
        opened ->
            opened
                .jdbi()
                .withHandle(handle ->
                    handle
                        .createQuery(
                            "select document from <place>plans"
                                + " where digest = :digest and made >= :old")
                        .bind("digest", digest)
                        .bind("old", oldest())
                        .map((row, _) -> unpacked(row.getBytes("document")))
                        .findOne()));
  }

  private long oldest() {
    return clock.instant().minus(LIFE).toEpochMilli();
  }

  private static byte[] packed(String document) {
    var bytes = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(bytes)) {
      packing.write(document.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String unpacked(byte[] bytes) {
    try (var unpacking = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(unpacking.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
