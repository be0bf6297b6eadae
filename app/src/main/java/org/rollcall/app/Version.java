package org.rollcall.app;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    var properties = new Properties();
    try (var stream = Version.class.getResourceAsStream("version.properties")) {
      if (stream != null) {
        properties.load(stream);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties.getProperty("version", "unknown");
  }
}
