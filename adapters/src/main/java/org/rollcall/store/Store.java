package org.rollcall.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The database that remembers runs: a file of SQLite's by default, or a schema of its own in
/// PostgreSQL for several machines. The same statements run on both.
///
/// Holds members' data: the file and its folder are their owner's alone. May be used by many
/// threads.
public final class Store implements AutoCloseable {
  private static final String OWNER_ONLY = "rwx------";

  private final Jdbi jdbi;
  private final Dialect dialect;
  private final DataSource source;

  private Store(DataSource source, Dialect dialect) {
    this.source = source;
    this.jdbi = Jdbi.create(source).define("place", dialect.place());
    this.dialect = dialect;
  }

  /// Opens the file `rollcall.db` of a folder; both are made where they are not.
  ///
  /// @throws StoreTrouble when it cannot be opened
  public static Store in(Path folder) {
    var file = folder.resolve("rollcall.db");
    return StoreTrouble.told(
        "The store %s cannot be opened".formatted(file),
        () -> {
          ownersAlone(folder);
          return of(sqlite(file), Dialect.SQLITE);
        });
  }

  /// Opens the schema `rollcall` of a PostgreSQL database, which is made where there is none.
  ///
  /// @param place how messages call the database, without anybody's secret
  /// @throws StoreTrouble when it cannot be opened
  public static Store in(DataSource postgres, String place) {
    return StoreTrouble.told(
        "The store in %s cannot be opened".formatted(place),
        () -> of(pool(postgres), Dialect.POSTGRES));
  }

  /// What earlier runs did.
  public SqlHistory history() {
    return new SqlHistory(jdbi);
  }

  /// Forgets whom runs changed that began before `before`, and what Intercom refused before then,
  /// which is tried once more; what the runs were in all stays.
  public void forget(Instant before) {
    StoreTrouble.told(
        "What is old cannot be forgotten",
        () -> {
          jdbi.useHandle(handle -> {
            int gone =
                handle
                    .createUpdate(
                        "delete from <place>changes where run in"
                            + " (select run from <place>runs where started < :before)")
                    .bind("before", before.toEpochMilli())
                    .execute();
            gone +=
                handle
                    .createUpdate("delete from <place>refusals where refused < :before")
                    .bind("before", before.toEpochMilli())
                    .execute();
            if (gone > 0) {
              dialect.vacuum(handle);
            }
          });
          return true;
        });
  }

  /// Lets go of the database.
  @Override
  public void close() {
    if (source instanceof HikariDataSource pool) {
      pool.close();
    }
  }

  Jdbi jdbi() {
    return jdbi;
  }

  Dialect dialect() {
    return dialect;
  }

  private static Store of(DataSource source, Dialect dialect) {
    dialect
        .migrations(Flyway.configure(Store.class.getClassLoader()).dataSource(source))
        .load()
        .migrate();
    return new Store(source, dialect);
  }

  /// A few connections kept for as long as a run has need of them.
  private static DataSource pool(DataSource postgres) {
    var config = new HikariConfig();
    config.setDataSource(postgres);
    config.setPoolName("store");
    config.setMaximumPoolSize(3);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(10_000);
    return new HikariDataSource(config);
  }

  private static DataSource sqlite(Path file) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout(5_000);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /// Makes the folder, where there is none, for its owner alone.
  static void ownersAlone(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(OWNER_ONLY));
      }
    }
  }
}
