package org.rollcall.server.access;

/// Renders the page by which people log in.
@FunctionalInterface
public interface LoginPage {
  /// The whole page.
  String html(LoginForm form);
}
