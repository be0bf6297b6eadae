package org.rollcall.server.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The page by which people log in, without any style.
final class PlainLoginPage implements LoginPage {
  @Override
  public String html(LoginForm form) {
    return """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><title>Log in · Rollcall</title></head>
    <body>
    <h1>Rollcall</h1>
    <p role="alert">%s</p>
    %s%s</body>
    </html>
    """
        .formatted(
            escaped(form.fault()),
            form.hasAccounts() ? accounts(form) : "",
            form.provider().isEmpty() ? "" : provider(form));
  }

  private static String accounts(LoginForm form) {
    return """
    <form method="post" action="/login">
    <input type="hidden" name="csrf" value="%s">
    <input type="hidden" name="to" value="%s">
    <label>Name <input name="name" autocomplete="username" required></label>
    <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
    <button>Log in</button>
    </form>
    """
        .formatted(escaped(form.token()), escaped(form.to()));
  }

  private static String provider(LoginForm form) {
    return """
    <p><a href="/login/oidc?to=%s">Log in with %s</a></p>
    """
        .formatted(URLEncoder.encode(form.to(), StandardCharsets.UTF_8), escaped(form.provider()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
