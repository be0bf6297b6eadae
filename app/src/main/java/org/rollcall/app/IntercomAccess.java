package org.rollcall.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.rollcall.settings.Intercom;
import org.rollcall.settings.Token;

/// Distinguishes one access to Intercom from another without holding the token. With it, a run that
/// must not call Intercom knows which workspace an earlier run found there.
final class IntercomAccess {
  private IntercomAccess() {}

  /// A digest of the address and the token; empty where the settings have no token.
  static Optional<String> of(Intercom settings) {
    return switch (settings.token()) {
      case Token.Given(var token) -> Optional.of(digest(settings.url() + "\n" + token.value()));
      case Token.Missing _ -> Optional.empty();
    };
  }

  /// A digest of a text that has a secret.
  static String digest(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
