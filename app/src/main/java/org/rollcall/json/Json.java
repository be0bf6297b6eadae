package org.rollcall.json;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// JSON as text, indented: people read it, too.
public final class Json {
  private static final ObjectWriter WRITER =
      new JsonMapper(JsonFactory.builder().characterEscapes(new JsonEscapes()).build())
          .writerWithDefaultPrettyPrinter()
          .without(StreamWriteFeature.AUTO_CLOSE_TARGET);

  private Json() {}

  /// Writes it and a line's end, little by little: lists that are computed are never whole in
  /// memory. Leaves `out` open.
  public static void write(JsonNode node, OutputStream out) throws IOException {
    try {
      WRITER.writeValue(out, node);
    } catch (JacksonIOException failed) {
      throw failed.getCause();
    }
    out.write('\n');
  }
}
