package org.rollcall.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A custom attribute in a world file.
final class AttributeYaml {
  private static final Set<String> KEYS =
      Set.of("name", "type", "options", "archived", "writable", "description");
  private static final Set<String> TYPES =
      Set.of("string", "integer", "float", "boolean", "date", "datetime", "options");

  private AttributeYaml() {}

  /// Defines in the world the attributes of a list.
  static void readAll(YamlPart list, World world) {
    list.items().forEach(part -> world.define(read(part, world.newAttributeId())));
  }

  private static StoredAttribute read(YamlPart part, int id) {
    return part.isScalar() ? StoredAttribute.text(id, part.text()) : read(part.mapping(KEYS), id);
  }

  private static StoredAttribute read(YamlMapping mapping, int id) {
    return new StoredAttribute(
        id,
        mapping.require("name", "an attribute needs a name").text(),
        mapping.find("type").map(AttributeYaml::type).orElse("string"),
        mapping.find("options").map(AttributeYaml::options).orElse(List.of()),
        mapping.flag("archived", false),
        mapping.flag("writable", true),
        mapping.text("description", ""),
        0);
  }

  /// An attribute with a list of options is stored as text, as Intercom shows it.
  private static String type(YamlPart part) {
    if (!TYPES.contains(part.text())) {
      throw part.mistake(
          "\"" + part.text() + "\" is no type; types are " + TYPES.stream().sorted().toList());
    }
    return part.text().equals("options") ? "string" : part.text();
  }

  private static List<String> options(YamlPart part) {
    return part.items().stream().map(YamlPart::text).toList();
  }

  static Map<String, Object> write(StoredAttribute attribute) {
    var entries = new LinkedHashMap<String, Object>();
    entries.put("name", attribute.name());
    entries.put("type", attribute.type());
    if (!attribute.options().isEmpty()) {
      entries.put("options", attribute.options());
    }
    if (attribute.archived()) {
      entries.put("archived", true);
    }
    if (!attribute.writable()) {
      entries.put("writable", false);
    }
    if (!attribute.description().isEmpty()) {
      entries.put("description", attribute.description());
    }
    return entries;
  }
}
