package org.rollcall.server.oidc;

/// The provider could not be asked, or what it says cannot be trusted. The message is a sentence
/// for the log, and holds no secret.
public final class OidcTrouble extends Exception {
  private static final long serialVersionUID = 1;

  OidcTrouble(String sentence) {
    super(sentence);
  }

  OidcTrouble(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
