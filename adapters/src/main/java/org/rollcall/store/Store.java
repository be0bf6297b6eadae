package org.rollcall.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The database that remembers runs: a file of SQLite's by default, or a schema of its own in
/// PostgreSQL for several machines. The same statements run on both.
///
/// Holds members' data: the file and its folder are their owner's alone. May be used by many
/// threads.
public final class Store implements AutoCloseable {
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
          migrate(
              sqlite(file, SQLiteConfig.TransactionMode.IMMEDIATE),
              Dialect.SQLITE,
              file.toString());
          return new Store(sqlite(file, SQLiteConfig.TransactionMode.DEFERRED), Dialect.SQLITE);
        });
  }

  /// Opens the schema `rollcall` of a PostgreSQL database, which is made where there is none.
  ///
  /// @param place how messages call the database, without anybody's secret
  /// @throws StoreTrouble when it cannot be opened
  public static Store in(DataSource postgres, String place) {
    return StoreTrouble.told(
        "The store in %s cannot be opened".formatted(place),
        () -> {
          var pool = pool(postgres);
          try {
            migrate(pool, Dialect.POSTGRES, "in " + place);
            return new Store(pool, Dialect.POSTGRES);
          } catch (RuntimeException failed) {
            pool.close();
            throw failed;
          }
        });
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

  /// Brings the database to this program's format, one program at a time: each migration is done
  /// whole or not at all. A database that is newer is left as it is.
  private static void migrate(DataSource source, Dialect dialect, String place) {
    var flyway =
        dialect
            .migrations(Flyway.configure(Store.class.getClassLoader()).dataSource(source))
            .load();
    var migrations = flyway.info().all();
    latest(migrations, Store::isOfTheFuture)
        .ifPresent(format -> {
          throw new StoreTrouble(
              "The store %s was written by a newer Rollcall (its format is %s, this program knows %s). Install that version again, or use another store."
                  .formatted(
                      place,
                      format,
                      latest(migrations, each -> !isOfTheFuture(each)).orElseThrow()));
        });
    if (!Stream.of(migrations).allMatch(each -> each.getState() == MigrationState.SUCCESS)) {
      flyway.migrate();
    }
  }

  private static Optional<MigrationVersion> latest(
      MigrationInfo[] migrations, Predicate<MigrationInfo> which) {
    return Stream.of(migrations)
        .filter(which)
        .map(MigrationInfo::getVersion)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  /// Whether this program does not know what was done to the store.
  private static boolean isOfTheFuture(MigrationInfo migration) {
    return migration.getState() == MigrationState.FUTURE_SUCCESS
        || migration.getState() == MigrationState.FUTURE_FAILED;
  }

  /// A few connections kept for as long as a run has need of them.
  private static HikariDataSource pool(DataSource postgres) {
    var config = new HikariConfig();
    config.setDataSource(postgres);
    config.setPoolName("store");
    config.setMaximumPoolSize(3);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(10_000);
    return new HikariDataSource(config);
  }

  /// @param mode when a transaction takes the right to write: the migrations', which read first
  ///   what there is to do, at once
  private static DataSource sqlite(Path file, SQLiteConfig.TransactionMode mode) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(5_000);
    config.setTransactionMode(mode);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /// Makes the folder, where there is none, for its owner alone: it is never anybody else's, not
  /// for a moment. One that is there stays as it is.
  static void ownersAlone(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      var above = folder.toAbsolutePath().getParent();
      if (above != null) {
        Files.createDirectories(above);
      }
      try {
        Files.createDirectory(folder, forOwnerAlone(folder, "rwx------"));
      } catch (FileAlreadyExistsException exists) {
        if (!Files.isDirectory(folder)) {
          throw exists;
        }
      }
    }
  }

  /// What a new file or folder is made with; nothing where the system knows no such permissions.
  static FileAttribute<?>[] forOwnerAlone(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
