package org.rollcall.roster.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import org.postgresql.ds.PGSimpleDataSource;

/// A source of connections that does not repeat a refused login, however often a pool asks.
final class GuardedSource extends PGSimpleDataSource {
  private static final long serialVersionUID = 1L;

  private final transient PostgresUrl url;

  GuardedSource(PostgresUrl url) {
    this.url = url;
  }

  /// @throws SQLException with the sentence for the operator where no retry mends the failure
  @Override
  public Connection getConnection() throws SQLException {
    try {
      return Logins.to(url, url.properties());
    } catch (SQLException failed) {
      var sentence = LoginRefusal.of(failed, url);
      if (sentence.isPresent()) {
        throw new SQLInvalidAuthorizationSpecException(sentence.get(), "28000");
      }
      throw failed;
    }
  }
}
