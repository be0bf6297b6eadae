package org.rollcall.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/// A text that is part of a page, and by which digest a browser knows that it belongs there.
///
/// @param text as it stands in the page, without a line break around it
/// @param digest as a content security policy names it: `sha256-…`
public record Embedded(String text, String digest) {
  static final Embedded STYLE = of("page.css");
  static final Embedded SCRIPT = of("page.js");

  private static Embedded of(String resource) {
    try (var in = Objects.requireNonNull(Embedded.class.getResourceAsStream(resource))) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Embedded(text, digest(text));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static String digest(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
