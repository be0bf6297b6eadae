package org.rollcall.roster.postgres;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.postgresql.util.GT;

/// What the driver says of a server that answers, and is not one to log in to. It has no states of
/// its own for these, so they are known by its words, in the language that it uses here.
final class WrongServer {
  static final String NO_TLS = GT.tr("The server does not support SSL.");

  private static final String NO_SETUP =
      GT.tr("An error occurred while setting up the SSL connection.");
  private static final String NO_PROTOCOL = GT.tr("Protocol error.  Session setup failed.");
  private static final String NAME = "\u0001";
  private static final String OTHER_HOST =
      GT.tr("The hostname {0} could not be verified by hostnameverifier {1}.", NAME, NAME);

  private WrongServer() {}

  /// What to do, as sentences; empty where it is something else.
  static Optional<String> of(SQLException fault, PostgresUrl url) {
    var words = Objects.requireNonNullElse(fault.getMessage(), "");
    if (words.equals(NO_TLS)) {
      return Optional.of(
          "The database at %s offers no TLS, and sslmode in DATABASE_URL asks for it. Turn TLS on there; for a server on this machine, set sslmode=disable."
              .formatted(url.place()));
    }
    if (words.equals(NO_SETUP) || words.equals(NO_PROTOCOL)) {
      return Optional.of(
          "What answers at %s is no PostgreSQL server. Check host and port in DATABASE_URL."
              .formatted(url.place()));
    }
    return isOfOtherHost(words) ? Optional.of(ofOtherHost(url)) : Optional.empty();
  }

  private static String ofOtherHost(PostgresUrl url) {
    return "The certificate of the database at %s is for another host. Take the host's name in DATABASE_URL as the dashboard shows it under Connect, not its number or another name of it."
        .formatted(url.place());
  }

  /// The words around the two names, wherever these stand.
  private static boolean isOfOtherHost(String words) {
    return Arrays.stream(OTHER_HOST.split(NAME, -1)).allMatch(words::contains);
  }
}
