package org.rollcall.app;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.rollcall.roster.postgres.PostgresUrl;
import org.rollcall.settings.StoreSettings;
import org.rollcall.store.Store;
import org.rollcall.store.StoreTrouble;

/// The store, opened by a thread of its own so that a run need not wait for it to begin.
final class StoreConnection implements Supplier<Store>, AutoCloseable {
  private final CompletableFuture<Store> store;

  private StoreConnection(CompletableFuture<Store> store) {
    this.store = store;
  }

  /// Begins to open the store that the settings name.
  ///
  /// @param folder where the file is, where it is a file
  static StoreConnection of(StoreSettings memory, Path folder) {
    return new StoreConnection(CompletableFuture.supplyAsync(() -> open(memory, folder)));
  }

  static Store open(StoreSettings memory, Path folder) {
    if (memory.url().isEmpty()) {
      return Store.in(folder);
    }
    var url = PostgresUrl.of(memory.url().get().value());
    return Store.in(url.dataSource(), url.toString());
  }

  /// @throws StoreTrouble when it could not be opened
  @Override
  public Store get() {
    try {
      return store.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  @Override
  public void close() {
    var _ = store.thenAccept(Store::close);
  }
}
