package org.rollcall.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.rollcall.model.SyncName;

/// Plans that wait for a person's approval, for a week. They name people, as the rest of the store
/// does. For many threads and processes. Each method throws [StoreTrouble] when the store fails.
public final class SqlPlans {
  /// How long a plan is kept.
  public static final Duration LIFE = Duration.ofDays(7);

  private final StoreAccess store;
  private final InstantSource clock;

  public SqlPlans(StoreAccess store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Keeps a plan.
  ///
  /// @param digest of `document`; the same plan is kept once
  /// @param document JSON
  public void put(SyncName sync, String digest, String document) {
    var now = clock.instant();
    var _ =
        store.ask(
            "The plan cannot be kept",
            opened ->
                opened
                    .jdbi()
                    .inTransaction(handle -> {
                      handle
                          .createUpdate("delete from <place>plans where made < :old")
                          .bind("old", now.minus(LIFE).toEpochMilli())
                          .execute();
                      return handle
                          .createUpdate(
                              "insert into <place>plans(digest, sync, made, document)"
                                  + " values (:digest, :sync, :made, :document)"
                                  + " on conflict (digest) do nothing")
                          .bind("digest", digest)
                          .bind("sync", sync.value())
                          .bind("made", now.toEpochMilli())
                          .bind("document", packed(document))
                          .execute();
                    }));
  }

  /// The document of a plan; empty where there is none of that digest, or none any more.
  public Optional<String> find(String digest) {
    return store.ask(
        "The plan cannot be read",
        opened ->
            opened
                .jdbi()
                .withHandle(handle ->
                    handle
                        .createQuery(
                            "select document from <place>plans"
                                + " where digest = :digest and made >= :old")
                        .bind("digest", digest)
                        .bind("old", clock.instant().minus(LIFE).toEpochMilli())
                        .map((row, _) -> unpacked(row.getBytes("document")))
                        .findOne()));
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
