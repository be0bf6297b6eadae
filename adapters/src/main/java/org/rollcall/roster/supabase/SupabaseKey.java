package org.rollcall.roster.supabase;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What opens a project's API. Its secret appears in request headers and nowhere else.
public sealed interface SupabaseKey {
  /// The headers that present the key, name and value by turns.
  List<String> headers();

  /// Why the roster cannot be read with it; empty when it can.
  Optional<String> refusal();

  /// `text` without this key, should it hold it.
  String conceal(String text);

  /// The key that `secret` is.
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

  /// A secret key of the new kind, which is no token: it is sent alone.
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

  /// A `service_role` token of the old kind, which must be sent twice.
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

  /// A key made for browsers: row level security applies to it, and hides rows without a word.
  ///
  /// @param kind what it is, as a sentence names it
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

  /// A text that prints as its first six characters.
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
