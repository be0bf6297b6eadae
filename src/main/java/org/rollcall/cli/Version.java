package org.rollcall.cli;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote down.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    var properties = new Properties();
    try (var stream = Version.class.getResourceAsStream("/org/rollcall/version.properties")) {
      if (stream != null) {
        properties.load(stream);
      }
    }
    return new String[] {"rollcall " + properties.getProperty("version", "unknown")};
  }
}
