package org.rollcall.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/// The version that the build wrote down.
public final class Version {
  private Version() {}

  /// The name that Rollcall tells servers: `Rollcall/1.2.3`.
  public static String userAgent() {
    return "Rollcall/" + number();
  }

  /// `1.2.3`.
  public static String number() {
    return known(written(), "version").orElse("unknown");
  }

  /// The commit that it was built from, and that commit's date in UTC: `0a1b2c3 of 2026-11-27`,
  /// with a word of changes that were not committed. Empty where the sources came without git.
  public static Optional<String> commit() {
    var written = written();
    return known(written, "commit")
        .map(commit -> commit + known(written, "time").map(time -> " of " + time).orElse(""))
        .map(commit ->
            known(written, "dirty").equals(Optional.of("true")) ? commit + ", changed" : commit);
  }

  private static Properties written() {
    var properties = new Properties();
    try (var stream = Version.class.getResourceAsStream("version.properties")) {
      if (stream != null) {
        properties.load(stream);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties;
  }

  /// What nobody filled in still has the form of a variable.
  private static Optional<String> known(Properties written, String name) {
    return Optional.ofNullable(written.getProperty(name))
        .filter(value -> !value.isBlank() && !value.startsWith("${"));
  }
}
