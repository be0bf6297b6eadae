package org.rollcall.server.oidc;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Where a provider can be asked for what, as it says itself.
///
/// @param userInfo where it tells more of a person than in the token; empty for nowhere
/// @param takesBasic whether our secret goes into a header; otherwise into the form
record ProviderMetadata(
    URI authorization, URI token, URI keys, Optional<URI> userInfo, boolean takesBasic) {
  /// Asks a provider for it.
  static ProviderMetadata of(URI issuer, ProviderCalls calls)
      throws OidcTrouble, InterruptedException {
    var place =
        URI.create(issuer.toString().replaceFirst("/+$", "") + "/.well-known/openid-configuration");
    var told = calls.get(place, Map.of());
    if (!told.path("issuer").asString("").equals(issuer.toString())) {
      throw new OidcTrouble(
          "The login provider calls itself '%s', and server.oidc.issuer is '%s'."
              .formatted(told.path("issuer").asString(""), issuer));
    }
    return new ProviderMetadata(
        address(told, "authorization_endpoint"),
        address(told, "token_endpoint"),
        address(told, "jwks_uri"),
        told.has("userinfo_endpoint")
            ? Optional.of(address(told, "userinfo_endpoint"))
            : Optional.empty(),
        takesBasic(told.path("token_endpoint_auth_methods_supported")));
  }

  private static URI address(JsonNode told, String name) throws OidcTrouble {
    try {
      var address = URI.create(told.path(name).asString(""));
      if (address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException _) {
      // Told below.
    }
    throw new OidcTrouble("The login provider tells no address as '%s'.".formatted(name));
  }

  /// It goes without saying.
  private static boolean takesBasic(JsonNode methods) {
    return !methods.isArray()
        || methods.valueStream().anyMatch(each -> each.asString("").equals("client_secret_basic"));
  }
}
