package org.rollcall.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Writes a page as one HTML file that needs nothing else: no script, style, font or picture comes
/// from anywhere. A browser is told to run only the script of the file and to ask nobody.
///
/// For many threads.
public final class PageFile {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PageFile.class.getClassLoader(), "org.rollcall.page.template");

  private PageFile() {}

  /// Writes `page` as UTF-8, and leaves `out` open.
  ///
  /// @throws IOException when `out` does not take it
  public static void write(Page page, OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try {
      TEMPLATES.render(
          "page.jte",
          Map.of("page", page, "style", Embedded.STYLE, "script", Embedded.SCRIPT),
          new WriterOutput(writer));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    writer.flush();
  }
}
