package org.rollcall;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.rollcall.config.Memory;
import org.rollcall.postgres.PostgresUrl;
import org.rollcall.store.Store;
import org.rollcall.store.StoreTrouble;

/// The store, opened by a thread of its own so that a run need not wait for it to begin.
final class Opening implements Supplier<Store>, AutoCloseable {
  private final CompletableFuture<Store> store;

  private Opening(CompletableFuture<Store> store) {
    this.store = store;
  }

  /// Begins to open the store that the settings name.
  ///
  /// @param folder where the file is, where it is a file
  static Opening of(Memory memory, Path folder) {
    return new Opening(CompletableFuture.supplyAsync(() -> open(memory, folder)));
  }

  static Store open(Memory memory, Path folder) {
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
