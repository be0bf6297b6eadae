package org.rollcall.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.roster.postgres.PostgresUrl;
import org.rollcall.support.TestPostgres;

/// A row of the store, in both of its databases.
@Tag("slow")
class SqlLeaseRecordTest {
  @Nested
  class InSqlite extends InStore {
    @TempDir private Path folder;

    @Override
    Store open() {
      return Store.in(folder);
    }
  }

  @Nested
  class InPostgres extends InStore {
    @Override
    Store open() throws SQLException {
      return Store.in(
          PostgresUrl.of(TestPostgres.database().url()).dataSource(), "a test's database");
    }
  }

  abstract static class InStore extends LeaseRecordContract {
    private Store store;

    abstract Store open() throws SQLException;

    @BeforeEach
    void opened() throws SQLException {
      store = open();
    }

    @AfterEach
    void closed() {
      store.close();
    }

    @Override
    LeaseRecord record() {
      return new SqlLeaseRecord(() -> store, clock);
    }

    @Override
    void expire() {
      store.jdbi().useHandle(handle -> handle.execute("update <place>leases set expires = 1"));
    }
  }
}
