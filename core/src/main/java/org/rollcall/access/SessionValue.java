package org.rollcall.access;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The secret that a browser shows in a cookie: 256 random bits in base64url. Only [#digest] is
/// kept.
public final class SessionValue {
  /// How many random bytes it has.
  public static final int BYTES = 32;

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final String text;

  private SessionValue(String text) {
    this.text = text;
  }

  /// The secret of these bytes.
  ///
  /// @param random [#BYTES] bytes that nobody can foretell
  public static SessionValue of(byte[] random) {
    if (random.length != BYTES) {
      throw new IllegalArgumentException("A session has %d random bytes.".formatted(BYTES));
    }
    return new SessionValue(ENCODER.encodeToString(random));
  }

  /// Reads what a browser shows; empty for what cannot be one.
  public static Optional<SessionValue> read(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new SessionValue(text)) : Optional.empty();
  }

  /// The secret itself, for the cookie alone.
  public String secret() {
    return text;
  }

  /// What is kept of it: 64 hexadecimal digits.
  public String digest() {
    return HexFormat.of().formatHex(Digests.sha256(text));
  }

  /// What forms of this session hold, so that no other site can send one. It does not tell the
  /// secret, and is not what is kept.
  public String formToken() {
    return derived("form");
  }

  /// Another text that only who has the secret can tell, one for each purpose.
  public String derived(String purpose) {
    return ENCODER.encodeToString(Digests.sha256("rollcall %s %s".formatted(purpose, text)));
  }

  /// Never the secret.
  @Override
  public String toString() {
    return "***";
  }
}
