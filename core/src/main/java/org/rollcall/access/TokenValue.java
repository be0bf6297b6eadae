package org.rollcall.access;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The secret that a machine shows to a service: `rollcall_`, by which a scanner for secrets knows
/// it, and 256 random bits in base64url.
///
/// Only [#digest] is kept. It is a plain SHA-256: a slow hash protects secrets that can be guessed,
/// and 256 random bits cannot.
public final class TokenValue {
  private static final String PREFIX = "rollcall_";

  /// How many random bytes a token has.
  public static final int BYTES = 32;

  private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

  private final String text;

  private TokenValue(String text) {
    this.text = text;
  }

  /// The token of these bytes.
  ///
  /// @param random [#BYTES] bytes that nobody can foretell
  public static TokenValue of(byte[] random) {
    if (random.length != BYTES) {
      throw new IllegalArgumentException("A token has %d random bytes.".formatted(BYTES));
    }
    return new TokenValue(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /// Reads what somebody shows; empty for what cannot be a token.
  public static Optional<TokenValue> read(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new TokenValue(text)) : Optional.empty();
  }

  /// The secret itself, to be shown once.
  public String secret() {
    return text;
  }

  /// What is kept of it: 64 hexadecimal digits.
  public String digest() {
    return HexFormat.of().formatHex(Digests.sha256(text));
  }

  /// Never the secret.
  @Override
  public String toString() {
    return PREFIX + "***";
  }
}
