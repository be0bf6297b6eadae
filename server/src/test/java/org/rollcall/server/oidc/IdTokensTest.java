package org.rollcall.server.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/// Which tokens of a provider count.
class IdTokensTest {
  private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");
  private static final String ISSUER = "https://login.example.org";
  private static final PublicJsonWebKey KEY = key();
  private static final PublicJsonWebKey ANOTHER = key();
  private static final String KEYS = new JsonWebKeySet(KEY).toJson();

  private final IdTokens tokens = new IdTokens(ISSUER, "rollcall", () -> EIGHT);

  @Test
  void a_token_of_the_provider_for_this_login_counts() throws Exception {
    var claims = tokens.check(signed(_ -> {}), KEYS, "nonce");
    assertThat(claims.getSubject()).isEqualTo("ann");
  }

  @Test
  void clocks_may_differ_by_a_minute() throws Exception {
    var late = signed(claims -> expired(claims, -59));
    assertThat(tokens.check(late, KEYS, "nonce")).isNotNull();
    isRefused(signed(claims -> expired(claims, -61)));
  }

  private static void expired(JwtClaims claims, int seconds) {
    claims.setIssuedAt(at(-600));
    claims.setExpirationTime(at(seconds));
  }

  @Test
  void a_token_of_another_service_provider_login_or_time_does_not() throws Exception {
    isRefused(signed(claims -> claims.setIssuer("https://evil.example.org")));
    isRefused(signed(claims -> claims.setAudience("another")));
    isRefused(signed(claims -> claims.setAudience("rollcall", "another")));
    isRefused(signed(claims -> claims.setStringClaim("nonce", "another")));
    isRefused(signed(claims -> claims.unsetClaim("nonce")));
    isRefused(signed(claims -> claims.unsetClaim("exp")));
    isRefused(signed(claims -> claims.unsetClaim("iat")));
    isRefused(signed(claims -> claims.unsetClaim("sub")));
    var shared =
        signed(claims -> {
          claims.setAudience("rollcall", "another");
          claims.setStringClaim("azp", "rollcall");
        });
    assertThat(tokens.check(shared, KEYS, "nonce").getSubject()).isEqualTo("ann");
  }

  @Test
  void a_token_that_the_provider_has_not_signed_does_not() throws Exception {
    isRefused(signed(ANOTHER, claims()));
    isRefused(signed(_ -> {}).replaceFirst("\\.[^.]*$", "."));
    isRefused("");
    isRefused("a.b.c");
    var none = new JsonWebSignature();
    none.setPayload(claims().toJson());
    none.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
    none.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    isRefused(none.getCompactSerialization());
    var symmetric = new JsonWebSignature();
    symmetric.setPayload(claims().toJson());
    symmetric.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    symmetric.setKey(new HmacKey(KEYS.getBytes(StandardCharsets.UTF_8)));
    isRefused(symmetric.getCompactSerialization());
  }

  private void isRefused(String token) {
    assertThatThrownBy(() -> tokens.check(token, KEYS, "nonce"))
        .isInstanceOf(OidcTrouble.class)
        .hasMessageStartingWith("The login provider's token is");
  }

  private static String signed(Consumer<JwtClaims> change) throws JoseException {
    var claims = claims();
    change.accept(claims);
    return signed(KEY, claims);
  }

  private static String signed(PublicJsonWebKey key, JwtClaims claims) throws JoseException {
    var signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue("key-1");
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    return signature.getCompactSerialization();
  }

  private static JwtClaims claims() {
    var claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience("rollcall");
    claims.setSubject("ann");
    claims.setStringClaim("nonce", "nonce");
    claims.setStringListClaim("groups", List.of("staff"));
    claims.setIssuedAt(at(0));
    claims.setExpirationTime(at(300));
    return claims;
  }

  private static NumericDate at(int seconds) {
    return NumericDate.fromSeconds(EIGHT.getEpochSecond() + seconds);
  }

  private static PublicJsonWebKey key() {
    try {
      var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId("key-1");
      return key;
    } catch (JoseException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
