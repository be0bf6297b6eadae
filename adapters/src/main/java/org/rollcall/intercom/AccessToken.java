package org.rollcall.intercom;

/// The secret that opens a workspace. It prints as `***`, and nothing but [HttpWire] reads it.
public final class AccessToken {
  private static final int SHORTEST = 16;

  private final String secret;

  /// @throws IllegalArgumentException when `secret` is empty or holds a character that no HTTP
  ///   header can carry, a line end copied along with it for one; the message does not repeat it
  public AccessToken(String secret) {
    if (secret.isEmpty() || !secret.chars().allMatch(each -> each > ' ' && each < 127)) {
      throw new IllegalArgumentException(
          "The Intercom access token is empty or holds blanks, line ends or letters that no token has; copy it again from Intercom's Developer Hub.");
    }
    this.secret = secret;
  }

  /// What goes into the `Authorization` header.
  String bearer() {
    return "Bearer " + secret;
  }

  /// `text` without the secret, should somebody have echoed it. A word as short as a test's token
  /// is no secret and may well mean something else.
  String conceal(String text) {
    return secret.length() < SHORTEST ? text : text.replace(secret, "***");
  }

  @Override
  public String toString() {
    return "***";
  }
}
