package org.rollcall.run;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.DataAttribute;
import org.rollcall.model.FieldName;
import org.rollcall.model.ValueKind;

/// Whether a workspace's attributes can take what the mapping will put into them.
///
/// It has to be known before the first write: one unknown attribute makes Intercom refuse the whole
/// contact, and it silently drops a value for an archived one.
public final class AttributeCheck {
  private final SortedMap<FieldName, ValueKind> mapped;

  /// @param mapped the mapped fields; those that are no attributes are ignored
  public AttributeCheck(Map<FieldName, ValueKind> mapped) {
    this.mapped = new TreeMap<>(mapped);
  }

  /// What is wrong and what to do about it, one sentence an attribute; empty where all is well.
  public List<String> problems(List<DataAttribute> attributes) {
    return mapped.entrySet().stream()
        .filter(each -> each.getKey().isAttribute())
        .flatMap(each -> problem(each.getKey().simpleName(), each.getValue(), attributes).stream())
        .toList();
  }

  /// The mapped attributes that the workspace lacks in every spelling, and what they will hold.
  /// They can be made without asking anybody what was meant.
  public SortedMap<String, ValueKind> missing(List<DataAttribute> attributes) {
    var missing = new TreeMap<String, ValueKind>();
    mapped.forEach((field, kind) -> {
      var name = field.simpleName();
      if (field.isAttribute()
          && attributes.stream().map(DataAttribute::name).noneMatch(name::equalsIgnoreCase)) {
        missing.put(name, kind);
      }
    });
    return missing;
  }

  private static Optional<String> problem(
      String name, ValueKind kind, List<DataAttribute> attributes) {
    return attributes.stream()
        .filter(attribute -> attribute.name().equals(name))
        .min(Comparator.comparing(DataAttribute::archived))
        .map(attribute -> problem(attribute, kind))
        .orElseGet(() -> Optional.of(missing(name, kind, attributes)));
  }

  private static Optional<String> problem(DataAttribute attribute, ValueKind kind) {
    if (attribute.archived()) {
      return Optional.of(
          "%s is archived, and Intercom drops what is written to it; unarchive it under Settings › Data › People."
              .formatted(attribute.name()));
    }
    if (!attribute.writable()) {
      return Optional.of(
          "%s cannot be written by the API; map another attribute or make this one writable under Settings › Data › People."
              .formatted(attribute.name()));
    }
    return fits(kind, attribute.type())
        ? Optional.empty()
        : Optional.of(
            "%s is of type %s, but the mapping yields %s; change the mapping or map an attribute of type %s."
                .formatted(attribute.name(), attribute.type(), yielded(kind), type(kind)));
  }

  private static String missing(String name, ValueKind kind, List<DataAttribute> attributes) {
    return attributes.stream()
        .map(DataAttribute::name)
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .map(other ->
            "%s does not exist, but %s does: names are told apart by the case of their letters."
                .formatted(name, other))
        .orElseGet(() ->
            "%s does not exist; run `rollcall doctor --fix`, or create it in Intercom under Settings › Data › People, type %s."
                .formatted(name, type(kind)));
  }

  /// A type that is not known is taken to fit.
  private static boolean fits(ValueKind kind, String type) {
    return switch (type) {
      case "string", "options" -> kind == ValueKind.TEXT || kind == ValueKind.ANY;
      case "integer", "float", "date", "datetime" ->
          kind == ValueKind.NUMBER || kind == ValueKind.ANY;
      case "boolean" -> kind == ValueKind.FLAG || kind == ValueKind.ANY;
      default -> true;
    };
  }

  private static String yielded(ValueKind kind) {
    return switch (kind) {
      case TEXT -> "text";
      case NUMBER -> "a number";
      case FLAG -> "true or false";
      case ANY -> "anything";
    };
  }

  private static String type(ValueKind kind) {
    return switch (kind) {
      case TEXT, ANY -> "text";
      case NUMBER -> "number or date";
      case FLAG -> "true or false";
    };
  }
}
