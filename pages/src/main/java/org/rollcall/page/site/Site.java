package org.rollcall.page.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/// Makes HTML of the pages of the service. For many threads.
public final class Site {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Site.class.getClassLoader(), "org.rollcall.page.template");

  private Site() {}

  /// A whole page.
  ///
  /// @param view what it shows; its kind chooses the template
  public static String page(Frame frame, View view) {
    return html(view.template(), Map.of("frame", frame, "view", view));
  }

  /// A part of a page, which takes the place of an earlier one.
  public static String part(String template, Map<String, Object> values) {
    return html(template, values);
  }

  private static String html(String template, Map<String, Object> values) {
    var html = new StringOutput(16_384);
    TEMPLATES.render("site/" + template + ".jte", values, html);
    return html.toString();
  }
}
