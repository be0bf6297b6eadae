package org.rollcall.server.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.rollcall.json.Json;
import tools.jackson.databind.JsonNode;

/// JSON as an answer.
final class Answer {
  private Answer() {}

  /// Answers a question. Whoever has the same answer already, by its `ETag`, gets none.
  static void with(JsonNode node, Context context) {
    var body = bytes(node);
    var tag = '"' + digest(body).substring(0, 32) + '"';
    context.header("ETag", tag);
    context.header("Cache-Control", "private, no-cache");
    if (isKnown(tag, context)) {
      context.status(HttpStatus.NOT_MODIFIED);
    } else {
      plain(body, context);
    }
  }

  /// Answers what was done.
  static void done(HttpStatus status, JsonNode node, Context context) {
    context.status(status);
    plain(bytes(node), context);
  }

  private static void plain(byte[] body, Context context) {
    context.contentType("application/json").result(body);
  }

  private static boolean isKnown(String tag, Context context) {
    var known = context.header("If-None-Match");
    return known != null && List.of(known.split("\\s*,\\s*")).contains(tag);
  }

  static byte[] bytes(JsonNode node) {
    var body = new ByteArrayOutputStream();
    try {
      Json.write(node, body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return body.toByteArray();
  }

  static String text(JsonNode node) {
    return new String(bytes(node), StandardCharsets.UTF_8);
  }

  /// The SHA-256 of some bytes, in hexadecimal digits.
  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
