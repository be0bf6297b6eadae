package org.rollcall.server.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON object that a request brings. Each field may be left out, and so may the object.
///
/// @param text as it was sent; `""` for none
record RequestBody(String text, ObjectNode fields) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// @param known the names of the fields that there are
  static RequestBody of(Context context, Set<String> known) {
    var text = context.body();
    if (text.isBlank()) {
      return new RequestBody("", JSON.createObjectNode());
    }
    if (!context.isJson()) {
      throw Refusal.of(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "The body has to be JSON: Content-Type: application/json.");
    }
    var fields = read(text);
    fields.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw Refusal.wrong(
              "There is no field '%s' here. There is %s."
                  .formatted(
                      Asked.printable(name),
                      known.isEmpty()
                          ? "none"
                          : String.join(", ", known.stream().sorted().toList())));
        });
    return new RequestBody(text, fields);
  }

  private static ObjectNode read(String text) {
    try {
      if (JSON.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException _) {
      // Told below.
    }
    throw Refusal.wrong("The body is no JSON object.");
  }

  /// A text; empty where it is left out.
  Optional<String> text(String name, int longest) {
    return field(name)
        .map(node -> {
          if (!node.isString() || node.asString().length() > longest) {
            throw Refusal.wrong(
                "'%s' is a text of at most %d characters.".formatted(name, longest));
          }
          return node.asString();
        });
  }

  /// A number; empty where it is left out.
  OptionalInt number(String name) {
    return field(name).stream()
        .mapToInt(node -> {
          if (!node.isInt() || node.asInt() < 1) {
            throw Refusal.wrong("'%s' is a whole number, at least 1.".formatted(name));
          }
          return node.asInt();
        })
        .findFirst();
  }

  /// Whether something is said; not where it is left out.
  boolean flag(String name) {
    return field(name)
        .map(node -> {
          if (!node.isBoolean()) {
            throw Refusal.wrong("'%s' is true or false.".formatted(name));
          }
          return node.asBoolean();
        })
        .orElse(false);
  }

  /// A list of texts; empty where it is left out.
  ///
  /// @param most how many it may have, and at least one
  Optional<List<String>> texts(String name, int most, int longest) {
    return field(name)
        .map(node -> {
          var texts =
              node.valueStream()
                  .filter(each -> each.isString() && !each.asString().isBlank())
                  .map(JsonNode::asString)
                  .filter(each -> each.length() <= longest)
                  .toList();
          if (!node.isArray() || texts.isEmpty() || texts.size() != node.size()) {
            throw Refusal.wrong(
                "'%s' is a list of texts of at most %d characters.".formatted(name, longest));
          }
          if (texts.size() > most) {
            throw Refusal.wrong("'%s' has at most %d.".formatted(name, most));
          }
          return texts;
        });
  }

  /// Whether a field is there, and not `false`.
  boolean says(String name) {
    return field(name).filter(node -> !node.isBoolean() || node.asBoolean()).isPresent();
  }

  /// A moment; empty where it is left out.
  Optional<Instant> time(String name) {
    return text(name, 40)
        .map(given -> {
          try {
            return Instant.parse(given);
          } catch (DateTimeParseException _) {
            throw Refusal.wrong(
                "'%s' is a time in UTC such as 2026-12-01T08:00:00Z.".formatted(name));
          }
        });
  }

  private Optional<JsonNode> field(String name) {
    return fields.optional(name).filter(node -> !node.isNull());
  }
}
