package org.rollcall.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.rollcall.json.Json;
import tools.jackson.databind.JsonNode;

/// JSON as the program writes it, to compare with golden texts.
final class JsonText {
  private JsonText() {}

  /// With a line's end.
  static String of(JsonNode node) {
    var out = new ByteArrayOutputStream();
    try {
      Json.write(node, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
