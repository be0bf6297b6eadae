package org.rollcall.server.access;

import io.javalin.security.RouteRole;
import org.rollcall.access.AccessRole;

/// What a path asks of a caller, where it is declared: `routes.post(path, handler,
/// Needs.OPERATOR)`. A path that says nothing needs a viewer for a question, and an operator for
/// anything else.
public enum Needs implements RouteRole {
  VIEWER(AccessRole.VIEWER),
  OPERATOR(AccessRole.OPERATOR),
  ADMIN(AccessRole.ADMIN);

  private final AccessRole role;

  Needs(AccessRole role) {
    this.role = role;
  }

  AccessRole role() {
    return role;
  }
}
