package org.rollcall.model;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The address of a PostgreSQL database with its user, in the form of Supabase and `psql`, in its
/// parts: `postgresql://user:password@host:port/database?sslmode=require`.
///
/// It prints without its password. Percent-encoding is decoded, except in the hosts.
///
/// @param user `""` for none
/// @param password `""` for none
/// @param hosts with their ports, and commas between several
/// @param database `""` for none
/// @param options by name
public record ConnectionString(
    String user, String password, String hosts, String database, Map<String, String> options) {
  /// What it looks like.
  public static final String FORM = "postgresql://user:password@host:port/database";

  private static final Pattern PARTS =
      Pattern.compile(
          "postgres(?:ql)?://(?:(?<user>[^:@/]*)(?::(?<password>.*))?@)?"
              + "(?<hosts>[^@/?#]+)(?:/(?<database>[^?#]*))?(?:\\?(?<options>[^#]*))?");

  private static final Pattern HOST =
      Pattern.compile("(?:\\[[0-9A-Fa-f:.]+\\]|[\\p{L}\\p{N}._-]+)(?::(?<port>\\d{1,5}))?");

  private static final Pattern CODES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
  private static final int MOST_PORT = 65_535;

  private static final Map<String, String> OTHER_KINDS =
      Map.of(
          "(?is)jdbc:.*",
              "is a JDBC address; write it as %s, with user and password before the host",
          "(?is)https?:.*", "is a web address; expected %s",
          "(?is)psql\\s.*", "begins with psql; expected the address alone, %s",
          "(?is)\\w+\\s*=.*", "is a list of names and values; write it as %s");

  /// The words that an option can have.
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "sslmode", List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
          "channel_binding", List.of("disable", "prefer", "require"),
          "target_session_attrs",
              List.of("any", "read-write", "read-only", "primary", "standby", "prefer-standby"));

  public ConnectionString {
    options = Map.copyOf(options);
  }

  /// @param text of which [#fault] has nothing to say
  /// @throws IllegalArgumentException when it has; the message does not repeat the text
  public static ConnectionString of(String text) {
    var form = PARTS.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("The text is no connection string.");
    }
    return of(form);
  }

  private static ConnectionString of(Matcher form) {
    return new ConnectionString(
        decoded(form.group("user")),
        decoded(form.group("password")),
        form.group("hosts"),
        decoded(form.group("database")),
        options(form.group("options")));
  }

  /// What is wrong with `text`, to stand behind its name: "is a web address; expected ...". Empty
  /// if it can be used. Nothing of it is repeated.
  public static Optional<String> fault(String text) {
    var form = PARTS.matcher(text.strip());
    if (form.matches()) {
      return of(form).fault();
    }
    return Optional.of(
        text.strip().matches("(?s)postgres(ql)?://.+")
            ? "is no connection string of the form %s; percent-encode what is special in the password: @ as %%40, / as %%2F"
                .formatted(FORM)
            : ofOtherKind(text.strip()).formatted(FORM));
  }

  private static String ofOtherKind(String text) {
    return OTHER_KINDS.entrySet().stream()
        .filter(kind -> text.matches(kind.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("is no connection string; expected %s");
  }

  private Optional<String> fault() {
    return placeholder()
        .map("still has a placeholder for the %1$s; put the real %1$s in its place"::formatted)
        .or(() ->
            Stream.of(hosts.split(",", -1)).allMatch(ConnectionString::isHost)
                ? optionFault()
                : Optional.of(
                    "names no host as it can be; expected host:port, with a port from 1 to 65535"));
  }

  /// A host is never a placeholder in brackets: an IPv6 address has colons. A password may look
  /// like much, so only one that is nothing but a placeholder counts.
  private Optional<String> placeholder() {
    if (Placeholder.isPassword(password)) {
      return Optional.of("password");
    }
    var parts = Map.of("user", user, "host", decoded(hosts), "database", database);
    return Stream.of("user", "host", "database")
        .filter(part -> Placeholder.isIn(parts.getOrDefault(part, "")))
        .findFirst();
  }

  private static boolean isHost(String text) {
    var host = HOST.matcher(text);
    return host.matches() && isPort(host.group("port"));
  }

  private static boolean isPort(@Nullable String digits) {
    return digits == null
        || (Integer.parseInt(digits) > 0 && Integer.parseInt(digits) <= MOST_PORT);
  }

  private Optional<String> optionFault() {
    var timeout = options.getOrDefault("connect_timeout", "0");
    return timeout.matches("\\d{1,6}")
        ? WORDS.entrySet().stream()
            .filter(option -> !isKnown(option.getKey(), option.getValue()))
            .map(option ->
                "has an unknown %s; expected %s"
                    .formatted(option.getKey(), String.join(", ", option.getValue())))
            .sorted()
            .findFirst()
        : Optional.of("has an unknown connect_timeout; expected a whole number of seconds");
  }

  private boolean isKnown(String option, List<String> words) {
    return !options.containsKey(option) || words.contains(options.get(option));
  }

  private static Map<String, String> options(@Nullable String query) {
    var options = new HashMap<String, String>();
    for (var option : query == null ? new String[0] : query.split("&")) {
      options.put(option.replaceAll("=.*", ""), decoded(option.replaceAll("^[^=]*=?", "")));
    }
    return options;
  }

  /// A `%` that starts no code stays, and so does `+`.
  private static String decoded(@Nullable String text) {
    return text == null
        ? ""
        : CODES
            .matcher(text)
            .replaceAll(codes -> Matcher.quoteReplacement(letters(codes.group().replace("%", ""))));
  }

  private static String letters(String digits) {
    return new String(HexFormat.of().parseHex(digits), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "postgresql://%s:***@%s/%s".formatted(user, hosts, database);
  }
}
