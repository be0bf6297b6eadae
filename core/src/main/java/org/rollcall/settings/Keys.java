package org.rollcall.settings;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rollcall.model.Placeholder;

/// Judges keys by their form, before anybody is asked whether they open anything.
///
/// @param others what is taken for this key by mistake
/// @param advice what to set, and where to find it
record Keys(List<Kind> others, String advice) {
  private static final String EMPTY =
      ", to which row level security shows an empty table instead of an error";

  private static final Kind CONNECTION =
      new Kind("(?is)postgres(ql)?://.*", "is the connection string of a database");
  private static final Kind ADDRESS = new Kind("(?is)https?://.*", "is a web address");

  /// A key that may read the whole roster through Supabase's REST API.
  static final Keys SUPABASE =
      new Keys(
          List.of(
              new Kind("sb_publishable_.*", "is a publishable key" + EMPTY),
              new Kind("sbp_.*", "is a personal access token, which opens no table"),
              new Kind("dG9rO.*", "is an access token of Intercom"),
              CONNECTION,
              ADDRESS),
          "set a secret key (sb_secret_...) or the service_role key, from Project Settings › API Keys");

  /// The access token of an Intercom workspace.
  static final Keys INTERCOM =
      new Keys(
          List.of(
              new Kind(
                  "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
                  "is a client id or a client secret"),
              new Kind("sb_[a-z]+_.*|sbp_.*|eyJ[^.]*\\.[^.]+\\.[^.]*", "is a key of Supabase"),
              CONNECTION,
              ADDRESS),
          "set the access token, from Intercom's Developer Hub › your app › Authentication");

  private static final Pattern SCHEME =
      Pattern.compile("(?is)(authorization|apikey)\\s*:.*|(bearer|basic|token)[\\s:].*");
  private static final Pattern ROLE = Pattern.compile("\"role\"\\s*:\\s*\"(anon|authenticated)\"");

  /// Something that is no such key.
  ///
  /// @param form a regular expression for the whole of it
  /// @param is what to say of it
  record Kind(String form, String is) {}

  /// What is wrong with `key`, to follow its name: "begins with Bearer; ...". Empty if it may be a
  /// key of this kind. Nothing of it is repeated.
  Optional<String> fault(String key) {
    return Placeholder.isKey(key)
        ? Optional.of(Wrapping.PLACEHOLDER)
        : wrapping(key).or(() -> otherKind(key).map(is -> is + "; " + advice)).or(() -> form(key));
  }

  private static Optional<String> wrapping(String key) {
    return SCHEME.matcher(key).matches()
        ? Optional.of("begins with Bearer or the name of a header; leave that out")
        : Wrapping.fault(key);
  }

  private Optional<String> otherKind(String key) {
    return others.stream()
        .filter(kind -> key.matches(kind.form()))
        .map(Kind::is)
        .findFirst()
        .or(() -> role(key).map(role -> "is the key of role " + role + EMPTY));
  }

  /// A header takes only what is seen, so nothing else can be sent.
  private static Optional<String> form(String key) {
    return key.chars().allMatch(each -> each > ' ' && each < 127)
        ? Optional.empty()
        : Optional.of("has a blank, or a letter that no key has; copy it again");
  }

  /// The role that a token of the old kind names, if it is one for browsers.
  private static Optional<String> role(String token) {
    var parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      var role = ROLE.matcher(claims);
      return role.find() ? Optional.of(role.group(1)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
