package org.rollcall.intercom;

/// The access token of a workspace. It prints as `***`; only [HttpWire] reads it.
public final class AccessToken {
  private static final int SHORTEST = 16;

  private final String secret;

  /// @throws IllegalArgumentException when `secret` is empty or has a character that an HTTP header
  ///   cannot contain, such as a line end; the message does not repeat the secret
  public AccessToken(String secret) {
    if (secret.isEmpty() || !secret.chars().allMatch(each -> each > ' ' && each < 127)) {
      throw new IllegalArgumentException(
          "The Intercom access token is empty or holds blanks, line ends or letters that no token has; copy it again from Intercom's Developer Hub.");
    }
    this.secret = secret;
  }

  /// The value of the `Authorization` header.
  String bearer() {
    return "Bearer " + secret;
  }

  /// Replaces the secret in `text`, in case a server repeated it. Very short tokens, as tests use
  /// them, are left: they may be ordinary words.
  String conceal(String text) {
    return secret.length() < SHORTEST ? text : text.replace(secret, "***");
  }

  @Override
  public String toString() {
    return "***";
  }
}
