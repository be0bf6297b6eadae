package org.rollcall.server.access;

import io.javalin.security.RouteRole;
import java.util.Optional;
import org.rollcall.access.AccessRole;

/// What a page asks of whoever opens it or sends its form, where it is declared: `routes.get(path,
/// handler, PageNeeds.VIEWER)`. The [PageGuard] sees to it.
public enum PageNeeds implements RouteRole {
  /// Nobody has to be known.
  ANYBODY(Optional.empty()),
  VIEWER(Optional.of(AccessRole.VIEWER)),
  OPERATOR(Optional.of(AccessRole.OPERATOR)),
  ADMIN(Optional.of(AccessRole.ADMIN));

  private final Optional<AccessRole> role;

  PageNeeds(Optional<AccessRole> role) {
    this.role = role;
  }

  /// Empty for none.
  Optional<AccessRole> role() {
    return role;
  }
}
