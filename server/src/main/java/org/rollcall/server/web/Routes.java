package org.rollcall.server.web;

import io.javalin.config.RoutesConfig;

/// Some of the paths that the service answers.
@FunctionalInterface
public interface Routes {
  /// Says which, and how.
  void addTo(RoutesConfig routes);
}
