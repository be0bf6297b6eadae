package org.rollcall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// JSON as text, indented: people read it, too.
final class Json {
  private static final ObjectWriter WRITER =
      new JsonMapper(JsonFactory.builder().characterEscapes(new JsonEscapes()).build())
          .writerWithDefaultPrettyPrinter()
          .without(StreamWriteFeature.AUTO_CLOSE_TARGET);

  private Json() {}

  /// Writes it and a line's end, little by little: lists that are computed are never whole in
  /// memory. Leaves `out` open.
  static void write(JsonNode node, OutputStream out) throws IOException {
    try {
      WRITER.writeValue(out, node);
    } catch (JacksonIOException failed) {
      throw failed.getCause();
    }
    out.write('\n');
  }

  /// Prints it for another program. That program may have stopped reading, but a print stream does
  /// not say so.
  static void print(JsonNode node, Screen screen) {
    var out = screen.bytes();
    try {
      write(node, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    out.flush();
  }
}
