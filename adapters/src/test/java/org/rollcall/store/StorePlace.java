package org.rollcall.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.rollcall.roster.postgres.PostgresUrl;
import org.rollcall.support.TestPostgres;

/// Where a store of a test is, before and after the program opens it.
abstract sealed class StorePlace implements AutoCloseable {
  /// Where stores can be.
  enum Kind {
    SQLITE,
    POSTGRES
  }

  private final List<Store> opened = Collections.synchronizedList(new ArrayList<>());

  /// @param folder of the file
  static StorePlace of(Kind kind, Path folder) throws SQLException {
    return switch (kind) {
      case SQLITE -> new InFile(folder);
      case POSTGRES -> new InDatabase(TestPostgres.database());
    };
  }

  /// As messages name it.
  abstract String name();

  /// The schema of its tables; nothing in a file.
  abstract String schema();

  /// Asks for each column: table, name, type, whether it may be null, what it is by itself.
  abstract String columns();

  abstract Connection connect() throws SQLException;

  abstract Store program();

  /// Opens it as the program does.
  Store open() {
    var store = program();
    opened.add(store);
    return store;
  }

  /// Runs one or more statements; `<place>` is the prefix of a table.
  void execute(String statements) {
    var prefix = schema().isEmpty() ? "" : schema() + ".";
    try (var connection = connect();
        var executed = connection.createStatement()) {
      executed.executeUpdate(statements.replace("<place>", prefix));
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  @Override
  public void close() {
    opened.forEach(Store::close);
  }

  private static final class InFile extends StorePlace {
    private final Path folder;

    InFile(Path folder) {
      this.folder = folder;
    }

    @Override
    String name() {
      return folder.resolve("rollcall.db").toString();
    }

    @Override
    String schema() {
      return "";
    }

    @Override
    String columns() {
      return "select m.name, c.name, c.type, c.\"notnull\", c.dflt_value from sqlite_master m,"
          + " pragma_table_info(m.name) c where m.type = 'table'";
    }

    @Override
    Connection connect() throws SQLException {
      load();
      return DriverManager.getConnection("jdbc:sqlite:" + name());
    }

    /// As the program does: the driver would load a copy of its own, and two in one process mix.
    private void load() {
      try {
        SqliteLibrary.load(folder);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    Store program() {
      return Store.in(folder);
    }
  }

  private static final class InDatabase extends StorePlace {
    private final TestPostgres.Database database;

    InDatabase(TestPostgres.Database database) {
      this.database = database;
    }

    @Override
    String name() {
      return "in a test's database";
    }

    @Override
    String schema() {
      return "rollcall";
    }

    @Override
    String columns() {
      return "select table_name, column_name, data_type, is_nullable, column_default"
          + " from information_schema.columns where table_schema = 'rollcall'";
    }

    @Override
    Connection connect() throws SQLException {
      return database.connect();
    }

    @Override
    Store program() {
      return Store.in(PostgresUrl.of(database.url()).dataSource(), "a test's database");
    }
  }
}
