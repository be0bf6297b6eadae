package org.rollcall.server.oidc;

/// What ties the provider's answer to the browser that was sent to it.
///
/// @param state comes back with the browser
/// @param nonce comes back in the signed token
/// @param verifier is shown to the provider by us alone, when the code is exchanged (PKCE)
public record OidcAttempt(String state, String nonce, String verifier) {
  /// No secret.
  @Override
  public String toString() {
    return "***";
  }
}
