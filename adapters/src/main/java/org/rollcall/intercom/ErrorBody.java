package org.rollcall.intercom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rollcall.transport.Excerpt;
import tools.jackson.databind.JsonNode;

/// The content of Intercom's error body: `{"type":"error.list","errors":[{code, message, field}]}`.
///
/// @param legible whether the body has this form; if not, something other than Intercom answered
/// @param code the code of the first error; `""` if there is none
/// @param text all messages
/// @param fields the fields in the errors, as the errors name them
record ErrorBody(boolean legible, String code, String text, List<String> fields) {
  ErrorBody {
    text = Excerpt.of(text);
    fields = List.copyOf(fields);
  }

  /// Reads an error body; if it has another form, only the text is set.
  static ErrorBody in(ReceivedAnswer received) {
    var errors = new ArrayList<JsonNode>();
    received.json().ifPresent(body -> errors.addAll(body.path("errors").values()));
    var code = errors.stream().flatMap(each -> Json.text(each, "code").stream()).findFirst();
    var messages =
        errors.stream()
            .flatMap(each -> Json.text(each, "message").stream())
            .collect(Collectors.joining("; "));
    var fields = errors.stream().flatMap(each -> Json.text(each, "field").stream()).toList();
    var text = messages.isEmpty() ? wordless(received, code) : messages;
    return new ErrorBody(!errors.isEmpty(), code.orElse(""), text, fields);
  }

  /// Whether the messages contain `words`, regardless of letter case; `words` must be in lower
  /// case.
  boolean mentions(String words) {
    return text.toLowerCase(Locale.ROOT).contains(words);
  }

  private static String wordless(ReceivedAnswer received, Optional<String> code) {
    return "Intercom answered HTTP %d%s without a message."
        .formatted(received.status(), code.map(each -> " (" + each + ")").orElse(""));
  }
}
