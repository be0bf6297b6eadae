package org.rollcall.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
import org.rollcall.files.PrivateFolder;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The database that remembers runs: an SQLite file by default, or its own PostgreSQL schema for
/// several machines. The same statements run on both.
///
/// It holds members' data, so only their owner can read the file and its folder. For many threads.
public final class Store implements AutoCloseable {
  private static final String FILE = "rollcall.db";

  private final Jdbi jdbi;
  private final Dialect dialect;
  private final DataSource source;

  private Store(DataSource source, Dialect dialect) {
    this.source = source;
    this.jdbi = Jdbi.create(source).define("place", dialect.place());
    this.dialect = dialect;
  }

  /// Opens the file `rollcall.db` of a folder. Both are made if they do not exist.
  ///
  /// @throws StoreTrouble when it cannot be opened
  public static Store in(Path folder) {
    var file = folder.resolve(FILE);
    return StoreTrouble.told(
        "The store %s cannot be opened".formatted(file),
        () -> {
          makeOurs(folder);
          SqliteLibrary.load(folder);
          migrate(
              sqlite(file, SQLiteConfig.TransactionMode.IMMEDIATE),
              Dialect.SQLITE,
              file.toString());
          return new Store(sqlite(file, SQLiteConfig.TransactionMode.DEFERRED), Dialect.SQLITE);
        });
  }

  /// Whether a store could be made in a folder that may be missing. Leaves nothing behind.
  ///
  /// @throws StoreTrouble when SQLite cannot be loaded
  public static void tryOut(Path folder) {
    StoreTrouble.told(
        "The store %s cannot be opened".formatted(folder.resolve(FILE)),
        () -> {
          SqliteLibrary.tryOut(folder);
          return true;
        });
  }

  /// SQLite gives the files beside the database the permissions of the database.
  private static void makeOurs(Path folder) throws IOException {
    var ours = new PrivateFolder(folder);
    ours.open();
    for (var beside : List.of("-wal", "-shm", "-journal")) {
      ours.check(FILE + beside);
    }
    ours.own(FILE);
  }

  /// Opens the schema `rollcall` of a PostgreSQL database. It is made if it does not exist.
  ///
  /// @param place the name of the database in messages, without any secret
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

  /// Reads the whole database once, as far as its kind can be checked.
  ///
  /// @throws StoreTrouble when it is damaged
  public void check() {
    var found =
        StoreTrouble.told("The store cannot be read", () -> jdbi.withHandle(dialect::damage));
    found.ifPresent(damage -> {
      throw new StoreTrouble("The store is damaged: " + damage);
    });
  }

  /// Deletes the changes of runs that began before `before`, and the values that Intercom refused
  /// before then, which the next run tries again. The totals of the runs stay.
  public void forget(Instant before) {
    StoreTrouble.told(
        "Old changes cannot be deleted from the history",
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
            gone += NoticeRows.forget(handle);
            if (gone > 0) {
              dialect.vacuum(handle);
            }
          });
          return true;
        });
  }

  /// Closes the database.
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

  /// Brings the database to this program's format. Only one program does this at a time, and each
  /// migration is done whole or not at all. A newer database stays as it is.
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

  /// Whether the store has a migration that this program does not know.
  private static boolean isOfTheFuture(MigrationInfo migration) {
    return migration.getState() == MigrationState.FUTURE_SUCCESS
        || migration.getState() == MigrationState.FUTURE_FAILED;
  }

  /// A few connections, kept while a run needs them.
  private static HikariDataSource pool(DataSource postgres) {
    var config = new HikariConfig();
    config.setDataSource(postgres);
    config.setPoolName("store");
    config.setMaximumPoolSize(3);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(10_000);
    return new HikariDataSource(config);
  }

  /// @param mode when a transaction takes the right to write; migrations read first, so they take
  ///   it at once
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

  /// The permissions of a new file or folder; none where the system does not know them.
  static FileAttribute<?>[] forOwnerAlone(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
