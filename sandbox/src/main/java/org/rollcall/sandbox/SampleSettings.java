package org.rollcall.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.rollcall.model.Rate;

/// The settings file of the sample roster. Unlike the built-in settings it has names for codes,
/// because the sample roster's codes are known.
public final class SampleSettings {
  /// What the settings are called in messages.
  public static final String NAME = "the sample roster's settings";

  private SampleSettings() {}

  /// The file, which takes the address and the token of Intercom from the environment.
  public static String text() {
    try (var stream = SampleSettings.class.getResourceAsStream("sample-rollcall.yaml")) {
      if (stream == null) {
        throw new IllegalStateException("The sandbox lacks the sample roster's settings.");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The file with another rate.
  public static String at(Rate rate) {
    return text().replaceFirst("(?m)^  rate: \\S+", "  rate: " + rate);
  }

  /// The file for one stand-in Intercom, which it names instead of the environment. The token opens
  /// nothing else, and so is no secret.
  public static String of(URI intercom, String token) {
    return text()
        .replace("${INTERCOM_ACCESS_TOKEN}", quoted(token))
        .replace("${INTERCOM_API_URL:-}", quoted(intercom.toString()));
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
