package org.rollcall.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A person who has logged in with a browser.
///
/// @param person the name of the account, or what the provider calls the person
/// @param role what the person may do now: the account's, or what the provider said at the login
/// @param began when the person logged in
/// @param seen when the person did something last, to about a minute
public record PersonSession(
    String person, Origin origin, AccessRole role, Instant began, Instant seen) {
  /// How long a session lasts, whatever is done in it.
  public static final Duration LONGEST = Duration.ofHours(12);

  /// How long it lasts when nothing is done in it.
  public static final Duration UNUSED = Duration.ofHours(2);

  /// Who vouches for a person.
  public enum Origin {
    /// An account of the service.
    ACCOUNT,
    /// A provider of OpenID Connect.
    PROVIDER;

    /// As the store keeps it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The origin of this word; empty where there is none.
    public static Optional<Origin> of(String word) {
      return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }
  }

  /// Whether it opens anything. At its end it opens nothing.
  public boolean isValid(Instant now) {
    return now.isBefore(began.plus(LONGEST)) && now.isBefore(seen.plus(UNUSED));
  }
}
