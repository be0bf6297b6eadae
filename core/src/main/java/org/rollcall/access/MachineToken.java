package org.rollcall.access;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rollcall.model.PrintableText;

/// A token that a machine has, without its secret.
///
/// @param name letters, digits, `-`, `_` and `.`, starting with a letter or digit; at most 64
///   characters
/// @param creator who made it, such as `ops of cron-1`
/// @param expires from when on it opens nothing by itself; empty for never
/// @param revoked since when it opens nothing because somebody said so; empty for not
/// @param used when it was shown last, to about a minute; empty for never
public record MachineToken(
    String name,
    AccessRole role,
    Instant created,
    String creator,
    Optional<Instant> expires,
    Optional<Instant> revoked,
    Optional<Instant> used) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

  /// @throws IllegalArgumentException when `name` is not a valid name
  public MachineToken {
    if (!isName(name)) {
      throw new IllegalArgumentException("\"%s\" is no name of a token.".formatted(name));
    }
    creator = PrintableText.of(creator);
  }

  /// Whether `text` is a valid name.
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /// What a token is good for.
  public enum State {
    VALID,
    EXPIRED,
    REVOKED
  }

  /// What it is good for at a time. At its end it has expired.
  public State state(Instant now) {
    if (revoked.isPresent()) {
      return State.REVOKED;
    }
    return expires.filter(end -> !now.isBefore(end)).isPresent() ? State.EXPIRED : State.VALID;
  }

  /// Whether it opens anything.
  public boolean isValid(Instant now) {
    return state(now) == State.VALID;
  }
}
