package org.rollcall.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256 over the timestamp, a full stop and the body. The timestamp is included so that
/// nobody can send an old message again as a new one.
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /// @param secret not empty
  Signature(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /// `v1=` followed by the code in lower-case hexadecimal digits.
  String of(String timestamp, String body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      var code = mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
      return "v1=" + HexFormat.of().formatHex(code);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java has " + ALGORITHM + ".", missing);
    }
  }
}
