package org.rollcall.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote down.
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"rollcall " + number()};
  }

  /// How Rollcall calls itself to servers: `Rollcall/1.2.3`.
  public static String userAgent() {
    return "Rollcall/" + number();
  }

  private static String number() {
    var properties = new Properties();
    try (var stream = Version.class.getResourceAsStream("/org/rollcall/version.properties")) {
      if (stream != null) {
        properties.load(stream);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties.getProperty("version", "unknown");
  }
}
