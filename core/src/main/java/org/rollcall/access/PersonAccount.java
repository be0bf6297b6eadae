package org.rollcall.access;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rollcall.model.PrintableText;

/// An account by which a person uses the pages of a service, without its password.
///
/// @param name small letters, digits, `-`, `_`, `.`, `+` and `@`, starting with a letter or digit;
///   at most 64 characters
/// @param creator who made it, such as `ops of cron-1`
/// @param changed when the password was set last
/// @param used when somebody logged in last; empty for never
public record PersonAccount(
    String name,
    AccessRole role,
    Instant created,
    String creator,
    Instant changed,
    Optional<Instant> used) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.+@-]{0,63}");

  /// @throws IllegalArgumentException when `name` is not a valid name
  public PersonAccount {
    if (!isName(name)) {
      throw new IllegalArgumentException("\"%s\" is no name of an account.".formatted(name));
    }
    creator = PrintableText.of(creator);
  }

  /// Whether `text` is a valid name.
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
