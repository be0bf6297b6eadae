package org.rollcall.roster.supabase;

import java.util.List;

/// A key for a project's API. Its secret appears only in request headers. The settings have refused
/// keys for browsers already, to which tables look empty.
public sealed interface SupabaseKey {
  /// The headers that present the key, as alternating names and values.
  List<String> headers();

  /// Replaces this key in `text`.
  String conceal(String text);

  /// The kind of key that `secret` is.
  static SupabaseKey of(String secret) {
    var text = new Secret(secret.strip());
    return text.value().startsWith("sb_") ? new Opaque(text) : new Token(text);
  }

  /// A secret key of the new kind. It is not a token, so it is sent in one header only.
  record Opaque(Secret secret) implements SupabaseKey {
    @Override
    public List<String> headers() {
      return List.of("apikey", secret.value());
    }

    @Override
    public String conceal(String text) {
      return secret.conceal(text);
    }
  }

  /// A `service_role` token of the old kind, which must be sent in two headers.
  record Token(Secret secret) implements SupabaseKey {
    @Override
    public List<String> headers() {
      return List.of("apikey", secret.value(), "Authorization", "Bearer " + secret.value());
    }

    @Override
    public String conceal(String text) {
      return secret.conceal(text);
    }
  }

  /// A secret that prints as its first six characters.
  record Secret(String value) {
    private static final int SHOWN = 6;

    String conceal(String text) {
      return value.isEmpty() ? text : text.replace(value, toString());
    }

    @Override
    public String toString() {
      return value.length() <= 2 * SHOWN ? "***" : value.substring(0, SHOWN) + "***";
    }
  }
}
