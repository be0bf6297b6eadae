package org.rollcall.server.oidc;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.settings.OidcSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Has a provider vouch for people, by the authorization code flow with PKCE. For many threads.
public final class OidcClient {
  private static final Duration METADATA_LIFE = Duration.ofMinutes(10);

  private final OidcSettings settings;
  private final String back;
  private final InstantSource clock;
  private final ProviderCalls calls = new ProviderCalls();
  private final IdTokens tokens;
  private Optional<Known> known = Optional.empty();

  private record Known(ProviderMetadata metadata, Instant time) {}

  /// @param back the address to which the provider sends the browser back
  public OidcClient(OidcSettings settings, String back, InstantSource clock) {
    this.settings = settings;
    this.back = back;
    this.clock = clock;
    this.tokens = new IdTokens(settings.issuer().toString(), settings.clientId(), clock);
  }

  /// Where the browser goes, so that the person shows the provider who they are.
  public URI begin(OidcAttempt attempt) throws OidcTrouble, InterruptedException {
    var asked = new LinkedHashMap<String, String>();
    asked.put("response_type", "code");
    asked.put("client_id", settings.clientId());
    asked.put("redirect_uri", back);
    asked.put(
        "scope",
        String.join(" ", Stream.concat(Stream.of("openid"), settings.scopes().stream()).toList()));
    asked.put("state", attempt.state());
    asked.put("nonce", attempt.nonce());
    asked.put("code_challenge", challenge(attempt.verifier()));
    asked.put("code_challenge_method", "S256");
    var place = metadata().authorization().toString();
    return URI.create(place + (place.contains("?") ? "&" : "?") + ProviderCalls.encoded(asked));
  }

  /// Who has come back from the provider.
  ///
  /// @param code what the browser brings
  public OidcPerson finish(OidcAttempt attempt, String code)
      throws OidcTrouble, InterruptedException {
    var metadata = metadata();
    var answer = exchange(metadata, attempt, code);
    var keys = calls.get(metadata.keys(), Map.of()).toString();
    var claims = tokens.check(answer.path("id_token").asString(""), keys, attempt.nonce());
    var told = JsonMapper.shared().readTree(claims.toJson());
    return person(told, more(metadata, told, answer.path("access_token").asString("")));
  }

  private JsonNode exchange(ProviderMetadata metadata, OidcAttempt attempt, String code)
      throws OidcTrouble, InterruptedException {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", back);
    form.put("code_verifier", attempt.verifier());
    if (metadata.takesBasic()) {
      return calls.post(metadata.token(), form, Map.of("Authorization", "Basic " + credentials()));
    }
    form.put("client_id", settings.clientId());
    form.put("client_secret", settings.clientSecret().value());
    return calls.post(metadata.token(), form, Map.of());
  }

  private String credentials() {
    var pair =
        ProviderCalls.encoded(settings.clientId())
            + ":"
            + ProviderCalls.encoded(settings.clientSecret().value());
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /// Many providers tell groups only where they are asked about the person.
  private JsonNode more(ProviderMetadata metadata, JsonNode told, String token)
      throws OidcTrouble, InterruptedException {
    if (told.has(settings.roleClaim()) || metadata.userInfo().isEmpty() || token.isEmpty()) {
      return told;
    }
    var more =
        calls.get(metadata.userInfo().orElseThrow(), Map.of("Authorization", "Bearer " + token));
    if (!more.path("sub").asString("").equals(told.path("sub").asString(""))) {
      throw new OidcTrouble("The login provider tells of another person than its token.");
    }
    return more;
  }

  private OidcPerson person(JsonNode told, JsonNode more) {
    var name =
        Stream.of("preferred_username", "email", "sub")
            .flatMap(each -> Stream.of(told.path(each), more.path(each)))
            .map(each -> each.asString(""))
            .filter(each -> !each.isBlank())
            .findFirst()
            .orElseThrow();
    return new OidcPerson(name, groups(more.path(settings.roleClaim())));
  }

  private static List<String> groups(JsonNode claim) {
    return claim.isArray()
        ? claim.valueStream().map(each -> each.asString("")).toList()
        : List.of(claim.asString(""));
  }

  private synchronized ProviderMetadata metadata() throws OidcTrouble, InterruptedException {
    var now = clock.instant();
    var fresh = known.filter(each -> now.isBefore(each.time().plus(METADATA_LIFE)));
    if (fresh.isEmpty()) {
      known = Optional.of(new Known(ProviderMetadata.of(settings.issuer(), calls), now));
    }
    return known.orElseThrow().metadata();
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
