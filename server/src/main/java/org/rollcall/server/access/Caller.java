package org.rollcall.server.access;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.access.AccessRole;
import org.rollcall.access.PersonSession;

/// Who asks, as a token or a session says.
///
/// @param name the token's, the account's, or what a provider calls the person
/// @param from the address that the request came from
public record Caller(Kind kind, String name, AccessRole role, String from) {
  private static final String KEY = "rollcall.caller";

  /// By what somebody is known.
  public enum Kind {
    TOKEN,
    /// A person by an account of the service.
    ACCOUNT,
    /// A person for whom a provider of OpenID Connect vouches.
    PERSON
  }

  static Caller of(PersonSession session, String from) {
    var kind =
        switch (session.origin()) {
          case ACCOUNT -> Kind.ACCOUNT;
          case PROVIDER -> Kind.PERSON;
        };
    return new Caller(kind, session.person(), session.role(), from);
  }

  /// Who sent this request. The [Guard] or the [PageGuard] has let it through.
  public static Caller of(Context context) {
    if (context.attribute(KEY) instanceof Caller caller) {
      return caller;
    }
    throw new IllegalStateException("This path is not guarded.");
  }

  /// The same; empty where nobody has to be known.
  public static Optional<Caller> known(Context context) {
    return Optional.ofNullable(context.attribute(KEY));
  }

  /// As the audit log and the history name whoever asks: `token ci`.
  public String who() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + name;
  }

  void knownTo(Context context) {
    context.attribute(KEY, this);
  }
}
