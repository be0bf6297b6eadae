package org.rollcall.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
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

  /// How long another program's write is waited for.
  private static final int BUSY_MILLIS = 5_000;

  /// The same for an upgrade, which copies all of the store first.
  private static final int UPGRADE_MILLIS = 60_000;

  private static final int VALID_SECONDS = 5;

  private final Jdbi jdbi;
  private final Dialect dialect;
  private final DataSource source;
  private final Optional<StoreCopies> copies;

  private Store(DataSource source, Dialect dialect, Optional<StoreCopies> copies) {
    this.source = source;
    this.copies = copies;
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
          var copies = Optional.of(new StoreCopies(folder));
          var upgraded = sqlite(file, SQLiteConfig.TransactionMode.IMMEDIATE, UPGRADE_MILLIS);
          new StoreUpgrade(upgraded, Dialect.SQLITE, file.toString(), copies).perform();
          var usual = sqlite(file, SQLiteConfig.TransactionMode.DEFERRED, BUSY_MILLIS);
          return new Store(usual, Dialect.SQLITE, copies);
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
            new StoreUpgrade(pool, Dialect.POSTGRES, "in " + place, Optional.empty()).perform();
            return new Store(pool, Dialect.POSTGRES, Optional.empty());
          } catch (RuntimeException failed) {
            pool.close();
            throw failed;
          }
        });
  }

  /// The connections, for a library that keeps tables of its own here. They end with the store.
  public DataSource source() {
    return source;
  }

  /// The name of a table in statements.
  public String table(String name) {
    return dialect.place() + name;
  }

  /// Whether several machines can share it.
  public boolean isShared() {
    return dialect.hasClock();
  }

  /// Whether it answers now, within a few seconds.
  public boolean answers() {
    try (var connection = source.getConnection()) {
      return connection.isValid(VALID_SECONDS);
    } catch (SQLException _) {
      return false;
    }
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
  /// before then, which the next run tries again; and copies of the store from before then. The
  /// totals of the runs stay.
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
          copies.ifPresent(there -> there.forget(before));
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
  /// @param patience how long another program's write is waited for, in milliseconds
  private static DataSource sqlite(Path file, SQLiteConfig.TransactionMode mode, int patience) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(patience);
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
