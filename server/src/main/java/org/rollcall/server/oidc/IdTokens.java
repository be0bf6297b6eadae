package org.rollcall.server.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/// Checks what a provider has signed: that it is the provider's, for this service, of now, and for
/// the browser that was sent to it.
///
/// @param issuer the provider
/// @param clientId what it calls this service
record IdTokens(String issuer, String clientId, InstantSource clock) {
  /// By how much the clocks of two machines may differ.
  private static final int SKEW_SECONDS = 60;

  /// Signatures that nobody makes who has only the public key.
  private static final String[] ALGORITHMS = {
    AlgorithmIdentifiers.RSA_USING_SHA256,
    AlgorithmIdentifiers.RSA_USING_SHA384,
    AlgorithmIdentifiers.RSA_USING_SHA512,
    AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
    AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
    AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
    AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
    AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
    AlgorithmIdentifiers.EDDSA
  };

  /// What a token says.
  ///
  /// @param keys the provider's, as JSON
  JwtClaims check(String token, String keys, String nonce) throws OidcTrouble {
    try {
      var claims = consumer(keys).processToClaims(token);
      if (!isSame(nonce, claims.getStringClaimValue("nonce"))) {
        throw new OidcTrouble("The login provider's token is of another login.");
      }
      if (claims.getAudience().size() > 1 && !clientId.equals(claims.getStringClaimValue("azp"))) {
        throw new OidcTrouble("The login provider's token is for another service.");
      }
      return claims;
    } catch (InvalidJwtException wrong) {
      throw new OidcTrouble(
          "The login provider's token is not to be trusted: error codes %s."
              .formatted(
                  wrong.getErrorDetails().stream().map(each -> each.getErrorCode()).toList()),
          wrong);
    } catch (JoseException | MalformedClaimException wrong) {
      throw new OidcTrouble("The login provider's keys or token cannot be read.", wrong);
    }
  }

  private JwtConsumer consumer(String keys) throws JoseException {
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(
            new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
        .setJwsAlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS)
        .setExpectedIssuer(issuer)
        .setExpectedAudience(clientId)
        .setRequireSubject()
        .setRequireIssuedAt()
        .setRequireExpirationTime()
        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
        .setAllowedClockSkewInSeconds(SKEW_SECONDS)
        .build();
  }

  private static boolean isSame(String expected, @Nullable String shown) {
    return shown != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }
}
