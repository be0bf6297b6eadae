package org.rollcall.settings;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/// A provider of OpenID Connect that vouches for people, and what those whom it vouches for may do.
///
/// @param issuer the provider, as it calls itself
/// @param clientId what it calls this service
/// @param clientSecret by which it knows this service
/// @param scopes what is asked of it, besides `openid`
/// @param roleClaim where it tells the groups of a person
/// @param roles which groups have which role
public record OidcSettings(
    URI issuer,
    String clientId,
    Secret clientSecret,
    List<String> scopes,
    String roleClaim,
    Roles roles) {
  static final List<String> USUAL_SCOPES = List.of("profile", "email");
  static final String USUAL_CLAIM = "groups";
  private static final String ISSUER =
      "the provider's address by https, such as https://login.example.org";

  /// The groups that have each role.
  public record Roles(List<String> admin, List<String> operator, List<String> viewer) {
    public Roles {
      admin = List.copyOf(admin);
      operator = List.copyOf(operator);
      viewer = List.copyOf(viewer);
    }

    boolean areNone() {
      return Stream.of(admin, operator, viewer).allMatch(List::isEmpty);
    }
  }

  public OidcSettings {
    scopes = List.copyOf(scopes);
  }

  static OidcSettings read(Section section) {
    var settings =
        new OidcSettings(
            issuer(section),
            section.text("client_id", "what the provider calls this service"),
            new Secret(section.text("client_secret", "the secret that the provider gave")),
            texts(section, "scopes", USUAL_SCOPES),
            section.optionalText("role_claim").orElse(USUAL_CLAIM),
            section
                .required("roles", "the groups that have each role")
                .map(Field::section)
                .map(OidcSettings::roles)
                .orElse(new Roles(List.of(), List.of(), List.of())));
    section.close();
    return settings;
  }

  private static URI issuer(Section section) {
    // What is no address was reported, and these settings are never used.
    return section
        .required("issuer", ISSUER)
        .flatMap(field -> field.as(ISSUER, Addresses::ofProvider))
        .orElse(URI.create(""));
  }

  private static Roles roles(Section section) {
    var roles =
        new Roles(
            texts(section, "admin", List.of()),
            texts(section, "operator", List.of()),
            texts(section, "viewer", List.of()));
    if (roles.areNone()) {
      section.self().wrong("empty", "groups under admin, operator or viewer");
    }
    section.close();
    return roles;
  }

  private static List<String> texts(Section section, String key, List<String> usual) {
    return section
        .optional(key)
        .map(field ->
            field.list().stream()
                .flatMap(each -> each.text().stream())
                .filter(text -> !text.isEmpty())
                .toList())
        .orElse(usual);
  }
}
