package org.rollcall.mapping;

import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import java.util.regex.Pattern;

/// Describes CEL's types with the words of the settings.
final class Words {
  private static final Pattern WRAPPER = Pattern.compile("wrapper\\((\\w+)\\)");
  private static final Pattern LIST = Pattern.compile("list\\(([^()]*)\\)");
  private static final Pattern WORD =
      Pattern.compile("\\b(?:string|int|double|bool|dyn)\\b|%[A-Z]\\d+");

  private Words() {}

  static String type(CelType type) {
    return types(CelTypes.format(type));
  }

  /// Translates a list of types in the form of CEL's messages.
  static String types(String written) {
    var plain = LIST.matcher(WRAPPER.matcher(written).replaceAll("$1")).replaceAll("a list of $1");
    return WORD.matcher(plain).replaceAll(found -> word(found.group()));
  }

  private static String word(String type) {
    return switch (type) {
      case "string" -> "text";
      case "int" -> "integer";
      case "double" -> "number";
      case "bool" -> "boolean";
      default -> "anything";
    };
  }
}
