package org.rollcall.support;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The keys of the test project.
public final class Tokens {
  /// The secret that signs tokens.
  static final String SECRET = "a-secret-that-only-tests-ever-use-0123456789";

  /// A secret key of the new kind.
  public static final String SECRET_KEY = "sb_secret_invented0123456789abcdefghij";

  /// A publishable key of the new kind.
  public static final String PUBLISHABLE_KEY = "sb_publishable_invented0123456789abc";

  /// The legacy key with all permissions.
  public static final String SERVICE_ROLE = of("service_role", 4_102_444_800L);

  /// The legacy key for browsers.
  public static final String ANON = of("anon", 4_102_444_800L);

  private Tokens() {}

  /// A token of `role`, signed as Supabase signs it, and valid until `expires` (Unix seconds).
  public static String of(String role, long expires) {
    var content =
        encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
            + "."
            + encoded("{\"role\":\"%s\",\"exp\":%d}".formatted(role, expires));
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
