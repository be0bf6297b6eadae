package org.rollcall.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Settings as they are written.
///
/// @param name what problems call the file
/// @param text its YAML
/// @param inFile whether a person can open it and go to a line
public record SettingsText(String name, String text, boolean inFile) {
  /// Settings that stand in the file called `name`.
  public SettingsText(String name, String text) {
    this(name, text, true);
  }

  /// The settings in a file, UTF-8.
  ///
  /// @throws SettingsException when it cannot be read
  public static SettingsText of(Path file) {
    try {
      return new SettingsText(file.toString(), Files.readString(file));
    } catch (NoSuchFileException _) {
      throw unreadable(file, "there is no such file; `rollcall init` writes one to start from");
    } catch (CharacterCodingException _) {
      throw unreadable(file, "the file is not UTF-8 text; save it as UTF-8");
    } catch (IOException _) {
      throw unreadable(file, "the file cannot be read; check its permissions");
    }
  }

  /// The first of the digits of a hash over the text as it is written, where a secret is only the
  /// name of its variable.
  public String digest() {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }

  /// The first user's profile, which is used where there is no file.
  public static SettingsText builtIn() {
    return new SettingsText("built-in settings", resource());
  }

  /// Settings that a default stands for: problems in them have no line.
  static SettingsText implied(String text) {
    return new SettingsText("environment", text, false);
  }

  private static SettingsException unreadable(Path file, String why) {
    return new SettingsException(List.of(new Problem(file.toString(), 0, 0, why)));
  }

  private static String resource() {
    try (var stream = SettingsText.class.getResourceAsStream("rollcall.yaml")) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its built-in settings.");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
