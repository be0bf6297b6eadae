package org.rollcall.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first line of a settings file, by which editors find the schema of the settings: they
/// complete keys and words then, and underline mistakes.
///
/// @param home the folder of the installation; empty where it is not known
record SchemaLine(Optional<Path> home) {
  private static final String SCHEMA = "docs/settings.schema.json";
  private static final String LINE = "# yaml-language-server: $schema=";

  /// The launcher says where it is.
  static SchemaLine ofProcess() {
    return new SchemaLine(Optional.ofNullable(System.getProperty("rollcall.home")).map(Path::of));
  }

  /// The settings with the place of the schema as seen from `file`.
  String in(String settings, Path file) {
    return settings.replaceFirst(
        "(?m)^" + Pattern.quote(LINE + SCHEMA) + "$", Matcher.quoteReplacement(LINE + place(file)));
  }

  /// Relative within the installation, so that both can be moved together.
  private String place(Path file) {
    var beside = file.toAbsolutePath().normalize().resolveSibling("");
    return home.map(each -> each.toAbsolutePath().normalize())
        .map(each -> seenFrom(beside, each))
        .orElse(SCHEMA);
  }

  private static String seenFrom(Path folder, Path home) {
    var schema = home.resolve(SCHEMA);
    return (folder.startsWith(home) ? folder.relativize(schema) : schema).toString();
  }
}
