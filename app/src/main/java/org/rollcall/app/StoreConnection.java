package org.rollcall.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.rollcall.roster.postgres.PostgresUrl;
import org.rollcall.settings.StoreSettings;
import org.rollcall.store.Store;

/// The store that the settings name. It is opened once, by a thread of its own and when somebody
/// begins to need it, so that a run need not wait for it. For many threads.
final class StoreConnection implements Supplier<Store>, AutoCloseable {
  private static final String FILE = "rollcall.db";

  private final StoreSettings settings;
  private final Path folder;
  private final ReadOnce<CompletableFuture<Store>> store;

  /// @param folder where the file is, where it is a file
  StoreConnection(StoreSettings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
    this.store = new ReadOnce<>(() -> CompletableFuture.supplyAsync(this::open));
  }

  /// Begins to open it.
  void begin() {
    var _ = store.get();
  }

  /// Where it is, without anybody's secret.
  String place() {
    return settings
        .url()
        .map(url -> PostgresUrl.of(url.value()).toString())
        .orElseGet(() -> folder.resolve(FILE).toString());
  }

  /// Whether there is one already, as far as can be told without opening it: asking makes none.
  boolean isThere() {
    return settings.url().isPresent() || Files.exists(folder.resolve(FILE));
  }

  /// Waits until it is open.
  ///
  /// @throws org.rollcall.store.StoreTrouble when it could not be opened
  @Override
  public Store get() {
    try {
      return store.get().join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  @Override
  public void close() {
    var _ = store.get().thenAccept(Store::close);
  }

  private Store open() {
    if (settings.url().isEmpty()) {
      return Store.in(folder);
    }
    var url = PostgresUrl.of(settings.url().get().value());
    return Store.in(url.dataSource(), url.toString());
  }
}
