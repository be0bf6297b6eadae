package org.rollcall.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.rollcall.model.Starter;
import org.rollcall.settings.StoreSettings;
import org.rollcall.store.SqlFigures;
import org.rollcall.store.Store;
import org.rollcall.store.StoreAccess;

/// The store of a service, open as long as the service. Several services share a PostgreSQL store;
/// a file has one service at a time. For many threads.
public final class ServiceStore implements AutoCloseable {
  private static final Duration QUICK = Duration.ofSeconds(3);

  private final Store store;
  private final String place;
  private final Optional<AloneInFolder> alone;

  private ServiceStore(Store store, String place, Optional<AloneInFolder> alone) {
    this.store = store;
    this.place = place;
    this.alone = alone;
  }

  /// @param folder the folder of the file, if the store is a file
  /// @throws org.rollcall.run.RunStopped when another service has the file
  /// @throws org.rollcall.store.StoreTrouble when the store cannot be opened
  static ServiceStore open(StoreSettings settings, Path folder) {
    var connection = new StoreConnection(settings, folder);
    if (connection.isFar()) {
      return new ServiceStore(connection.get(), connection.place(), Optional.empty());
    }
    var alone = AloneInFolder.of(folder);
    try {
      return new ServiceStore(connection.get(), connection.place(), Optional.of(alone));
    } catch (RuntimeException failed) {
      alone.close();
      throw failed;
    }
  }

  /// The open store.
  public Store store() {
    return store;
  }

  /// Whether several machines can share it.
  public boolean isShared() {
    return store.isShared();
  }

  /// Whether it answers now, within a few seconds.
  public boolean answers() {
    return store.answers();
  }

  /// Who may use the service, and what they did.
  ///
  /// @param starter who started the service
  public Access access(Starter starter, InstantSource clock) {
    return new Access(
        new StoredTokens(() -> store, () -> true),
        new StoredAudit(() -> store, () -> true),
        starter,
        clock);
  }

  /// The people who may use the pages of the service.
  ///
  /// @param starter who started the service
  public People people(Starter starter, InstantSource clock) {
    return new People(
        new StoredPeople(() -> store, () -> true), new StoredSessions(() -> store), starter, clock);
  }

  /// What those who watch the service want to know, within a few seconds.
  ///
  /// @throws org.rollcall.run.RunStopped when the store does not answer
  public StoreFigures figures(InstantSource clock) {
    var figures = new SqlFigures(quick(), clock);
    long began = System.nanoTime();
    return Sentences.orStopped(() -> {
      var successes = figures.lastSuccesses();
      var completions = figures.lastCompletions();
      var leases = figures.leases();
      return new StoreFigures(
          successes, completions, leases, Duration.ofNanos(System.nanoTime() - began));
    });
  }

  private StoreAccess quick() {
    return new StoreAccess() {
      @Override
      public Store get() {
        return store;
      }

      @Override
      public Duration patience() {
        return QUICK;
      }
    };
  }

  /// Where it is, without any secret.
  public String place() {
    return place;
  }

  @Override
  public void close() {
    store.close();
    alone.ifPresent(AloneInFolder::close);
  }
}
