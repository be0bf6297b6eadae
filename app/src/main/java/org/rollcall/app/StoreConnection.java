package org.rollcall.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.rollcall.roster.postgres.PostgresUrl;
import org.rollcall.settings.StoreSettings;
import org.rollcall.store.Store;
import org.rollcall.store.StoreAccess;

/// The store that the settings name. Its own thread opens it once, when somebody begins to need it,
/// so that a run need not wait for it. For many threads.
final class StoreConnection implements StoreAccess, AutoCloseable {
  private static final String FILE = "rollcall.db";

  private final StoreSettings settings;
  private final Path folder;
  private final ReadOnce<CompletableFuture<Store>> store;

  /// @param folder the folder of the file, if the store is a file
  StoreConnection(StoreSettings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
    this.store = new ReadOnce<>(() -> CompletableFuture.supplyAsync(this::open));
  }

  /// Begins to open it.
  void begin() {
    var _ = store.get();
  }

  /// The place of the store, without any secret.
  String place() {
    return settings
        .url()
        .map(url -> PostgresUrl.of(url.value()).toString())
        .orElseGet(() -> folder.resolve(FILE).toString());
  }

  /// Whether it is on a server, and no file.
  boolean isFar() {
    return settings.url().isPresent();
  }

  /// Whether there is a store already, as far as this is known without opening it. The question
  /// does not make one.
  boolean isThere() {
    return settings.url().isPresent() || Files.exists(folder.resolve(FILE));
  }

  /// Returns when a store that is not there could be made, as far as SQLite itself is concerned.
  ///
  /// @throws org.rollcall.store.StoreTrouble when it could not
  void tryOut() {
    Store.tryOut(folder);
  }

  /// Waits until the store is open.
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

  /// The same for a run that may be in a hurry.
  ///
  /// @param patience how long a question may take, asked each time
  StoreAccess within(Supplier<Duration> patience) {
    return new StoreAccess() {
      @Override
      public Store get() {
        return StoreConnection.this.get();
      }

      @Override
      public Duration patience() {
        return patience.get();
      }
    };
  }

  /// A store that nobody began to open is not opened for this.
  @Override
  public void close() {
    if (store.isRead()) {
      var _ = store.get().thenAccept(Store::close);
    }
  }

  private Store open() {
    if (settings.url().isEmpty()) {
      return Store.in(folder);
    }
    var url = PostgresUrl.of(settings.url().get().value());
    return Store.in(url.dataSource(), url.toString());
  }
}
