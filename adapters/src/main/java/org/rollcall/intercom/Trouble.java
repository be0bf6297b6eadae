package org.rollcall.intercom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What Intercom's error envelope says: `{"type":"error.list","errors":[{code, message, field}]}`.
///
/// @param legible whether it is one at all; else something other than Intercom has answered
/// @param code the first error's; `""` where there is none
/// @param text all messages
/// @param fields the fields the errors name, as they name them
record Trouble(boolean legible, String code, String text, List<String> fields) {
  Trouble {
    fields = List.copyOf(fields);
  }

  /// Reads an envelope; one of another shape leaves everything empty but the text.
  static Trouble in(Received received) {
    var errors = new ArrayList<JsonNode>();
    received.json().ifPresent(body -> errors.addAll(body.path("errors").values()));
    var code = errors.stream().flatMap(each -> Json.text(each, "code").stream()).findFirst();
    var messages =
        errors.stream()
            .flatMap(each -> Json.text(each, "message").stream())
            .collect(Collectors.joining("; "));
    var fields = errors.stream().flatMap(each -> Json.text(each, "field").stream()).toList();
    var text = messages.isEmpty() ? wordless(received, code) : messages;
    return new Trouble(!errors.isEmpty(), code.orElse(""), text, fields);
  }

  /// Whether the messages hold `words`, whatever their case.
  boolean mentions(String words) {
    return text.toLowerCase(Locale.ROOT).contains(words);
  }

  private static String wordless(Received received, Optional<String> code) {
    return "Intercom answered HTTP %d%s without a message."
        .formatted(received.status(), code.map(each -> " (" + each + ")").orElse(""));
  }
}
