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
import java.util.Map;
import org.rollcall.files.FileFailure;

/// Settings as text.
///
/// @param name the name of the file in messages
/// @param text its YAML
/// @param inFile whether the text is in a file that a user can open
public record SettingsText(String name, String text, boolean inFile) {
  /// Settings from the file called `name`.
  public SettingsText(String name, String text) {
    this(name, text, true);
  }

  /// Reads the settings in a UTF-8 file.
  ///
  /// @throws SettingsException when it cannot be read
  public static SettingsText of(Path file) {
    try {
      return new SettingsText(file.toString(), Files.readString(file));
    } catch (NoSuchFileException _) {
      throw unreadable(file, "there is no such file; `rollcall init` writes one to start from");
    } catch (CharacterCodingException _) {
      throw unreadable(file, "the file is not UTF-8 text; save it as UTF-8");
    } catch (IOException failed) {
      throw unreadable(file, "the file cannot be read: " + FileFailure.words(failed));
    }
  }

  /// The first digits of a hash of the text, in which a secret is only the name of its variable.
  public String digest() {
    return digest(text);
  }

  /// The same of the part by which plans are made. A plan stays good for as long as it is the same.
  public String planDigest() {
    return Yaml.parse(new Context(this, Map.of(), new Problems()))
        .map(root -> digest(PlanShape.of(root)))
        .orElseGet(this::digest);
  }

  private static String digest(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }

  /// The first user's profile, which is used if there is no file.
  public static SettingsText builtIn() {
    return new SettingsText("built-in settings", resource());
  }

  /// Settings that a default provides; problems in them have no line.
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
