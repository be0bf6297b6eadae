package loop;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Files;

/// Sources that are made of templates, as Maven's plugin makes them.
final class Templates {
  private static final String PACKAGE = "org.rollcall.page.template";

  private Templates() {}

  /// Makes the sources of the templates of `part` anew; nothing where it has none.
  static void generate(Part part) throws IOException {
    if (!Files.exists(part.templates())) {
      return;
    }
    Folders.delete(part.generated());
    Files.createDirectories(part.generated());
    TemplateEngine.create(
            new DirectoryCodeResolver(part.templates()),
            part.generated(),
            ContentType.Html,
            Templates.class.getClassLoader(),
            PACKAGE)
        .generateAll();
  }
}
