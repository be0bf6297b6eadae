package org.rollcall.roster.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// All connections of this program to PostgreSQL begin here, so that a login that was refused is
/// not tried again: repeated ones get an address banned. The roster, the store and `doctor` share
/// what one of them has learned.
///
/// A refusal is forgotten after a minute, because a server goes on when the password is mended.
final class Logins {
  private static final long MEMORY = Duration.ofMinutes(1).toNanos();

  private static final Map<Door, Logins> DOORS = new ConcurrentHashMap<>();

  /// A clock that only goes forward.
  private static final LongSupplier NANOS = System::nanoTime;

  private volatile boolean open;
  private @Nullable SQLException refusal;
  private long refused;

  private Logins() {}

  /// Connects, or fails as the login before did if no retry mends it.
  ///
  /// @param properties the properties of `url`, perhaps with other time limits
  static Connection to(PostgresUrl url, Properties properties) throws SQLException {
    var logins = DOORS.computeIfAbsent(Door.of(url, properties), _ -> new Logins());
    return logins.open ? logins.tried(url, properties) : logins.first(url, properties);
  }

  /// Until a login has succeeded, logins go one after the other: of many at once, one is refused.
  private synchronized Connection first(PostgresUrl url, Properties properties)
      throws SQLException {
    var known = refusal;
    if (known != null && NANOS.getAsLong() - refused < MEMORY) {
      throw known;
    }
    return tried(url, properties);
  }

  private Connection tried(PostgresUrl url, Properties properties) throws SQLException {
    try {
      var connection = DriverManager.getConnection(url.jdbc(), properties);
      open = true;
      return connection;
    } catch (SQLException failed) {
      if (LoginRefusal.of(failed, url).isPresent()) {
        remember(failed);
      }
      throw failed;
    }
  }

  private synchronized void remember(SQLException failed) {
    refusal = failed;
    refused = NANOS.getAsLong();
    open = false;
  }

  /// What a login depends on.
  private record Door(String address, Map<String, String> keys) {
    static Door of(PostgresUrl url, Properties properties) {
      var keys = new ConcurrentHashMap<String, String>();
      for (var name : new String[] {"user", "password", "sslmode", "sslrootcert", "sslcert"}) {
        keys.put(name, properties.getProperty(name, ""));
      }
      return new Door(url.jdbc(), Map.copyOf(keys));
    }

    @Override
    public String toString() {
      return address;
    }
  }
}
