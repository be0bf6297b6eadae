package org.rollcall.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
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
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Brings a database to this program's format: all the way, or it stays as it was. Only one program
/// does this at a time. A newer database is refused, and stays as it is.
///
/// @param source where a transaction takes the right to write at its beginning
/// @param place the name of the store in messages
/// @param copies of what was there before; empty where somebody else sees to that
record StoreUpgrade(
    DataSource source, Dialect dialect, String place, Optional<StoreCopies> copies) {

  /// @throws StoreTrouble when the database is newer, or cannot be copied
  void perform() {
    var flyway =
        dialect
            .migrations(Flyway.configure(Store.class.getClassLoader()).dataSource(source))
            .load();
    var info = flyway.info();
    var newer = latest(info.all(), StoreUpgrade::isOfTheFuture);
    if (newer.isPresent()) {
      throw refusal(newer.get(), latest(info.all(), each -> !isOfTheFuture(each)).orElseThrow());
    }
    if (Stream.of(info.all()).allMatch(each -> each.getState() == MigrationState.SUCCESS)) {
      return;
    }
    if (info.current() != null) {
      copies.ifPresent(there -> copy(there, info.current().getVersion().getVersion()));
    }
    flyway.migrate();
    copies.ifPresent(StoreCopies::thin);
  }

  /// Another program may have brought it to another format in the meantime, and has a copy then.
  private void copy(StoreCopies there, String format) {
    try (var alone = source.getConnection();
        var transaction = alone.createStatement()) {
      transaction.execute("begin immediate");
      if (format(alone).equals(format)) {
        there.make(source, format);
      }
      transaction.execute("rollback");
    } catch (IOException | SQLException failed) {
      throw new StoreTrouble(
          "The store %s cannot be upgraded: a copy of it is made before, and %s cannot be written: %s. The store is as it was. Make room there, and run again"
              .formatted(place, there.of(format), reason(failed)),
          failed);
    }
  }

  private static String format(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select version from flyway_schema_history where success = 1"
                    + " order by installed_rank desc limit 1")) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  private static String reason(Exception failed) {
    return failed instanceof SQLiteException sqlite
            && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL
        ? "the disk is full"
        : StoreTrouble.reason(failed);
  }

  private StoreTrouble refusal(MigrationVersion its, MigrationVersion ours) {
    var before = copies.flatMap(there -> there.newest(Integer.parseInt(ours.getVersion())));
    return StoreTrouble.refusal(
        "The store %s was written by a newer Rollcall (its format is %s, this program knows %s). Install that version again, or use another store%s"
            .formatted(
                place,
                its,
                ours,
                before.map("; %s is what it was before the upgrade"::formatted).orElse("")));
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
}
