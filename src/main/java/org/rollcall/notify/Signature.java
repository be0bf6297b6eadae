package org.rollcall.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Proves to whoever knows the secret that a message is Rollcall's and of when: the HMAC-SHA256 of
/// the time in Unix seconds, a dot, and the body.
final class Signature {
  static final String HEADER = "Rollcall-Signature";

  private Signature() {}

  /// `t=1763884800,v1=5f2b…`.
  static String of(String body, String secret, Instant at) {
    var signed = at.getEpochSecond() + "." + body;
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      var digest = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "t=%d,v1=%s".formatted(at.getEpochSecond(), HexFormat.of().formatHex(digest));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has HmacSHA256.", impossible);
    }
  }
}
