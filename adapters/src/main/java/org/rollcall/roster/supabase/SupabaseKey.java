package org.rollcall.roster.supabase;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A key for a project's API. Its secret appears only in request headers.
public sealed interface SupabaseKey {
  /// The headers that present the key, as alternating names and values.
  List<String> headers();

  /// Why this key cannot read the roster; empty if it can.
  Optional<String> refusal();

  /// Replaces this key in `text`.
  String conceal(String text);

  /// The kind of key that `secret` is.
  static SupabaseKey of(String secret) {
    var text = new Secret(secret.strip());
    if (text.value().startsWith("sb_publishable_")) {
      return new Powerless(text, "a publishable key");
    }
    if (text.value().startsWith("sb_")) {
      return new Opaque(text);
    }
    var role = role(text.value());
    return role.filter(named -> named.equals("anon") || named.equals("authenticated")).isPresent()
        ? new Powerless(text, "the key of role " + role.orElseThrow())
        : new Token(text);
  }

  /// A secret key of the new kind. It is not a token, so it is sent in one header only.
  record Opaque(Secret secret) implements SupabaseKey {
    @Override
    public List<String> headers() {
      return List.of("apikey", secret.value());
    }

    @Override
    public Optional<String> refusal() {
      return Optional.empty();
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
    public Optional<String> refusal() {
      return Optional.empty();
    }

    @Override
    public String conceal(String text) {
      return secret.conceal(text);
    }
  }

  /// A key for browsers. Row level security applies to it and hides rows without an error.
  ///
  /// @param kind the name of the key in a sentence
  record Powerless(Secret secret, String kind) implements SupabaseKey {
    @Override
    public List<String> headers() {
      return List.of("apikey", secret.value());
    }

    @Override
    public Optional<String> refusal() {
      return Optional.of(
          "The Supabase key %s is %s, to which row level security shows an empty table instead of an error. Set SUPABASE_SERVICE_ROLE_KEY to a secret key (sb_secret_...) or to the service_role key, from Project Settings › API Keys."
              .formatted(secret, kind));
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

  private static Optional<String> role(String token) {
    var parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      return Optional.of(JsonMapper.shared().readTree(claims).path("role").asString(""));
    } catch (IllegalArgumentException | JacksonException _) {
      return Optional.empty();
    }
  }
}
