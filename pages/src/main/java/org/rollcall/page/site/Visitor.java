package org.rollcall.page.site;

import org.rollcall.access.AccessRole;

/// Who looks at a page.
///
/// @param name as they signed in
/// @param formToken what each of their forms carries, so that no other page can send one for them
public record Visitor(String name, AccessRole role, String formToken) {
  /// Whether they may start and stop runs.
  public boolean mayOperate() {
    return role.includes(AccessRole.OPERATOR);
  }

  /// Whether they may see to the service itself.
  public boolean mayAdminister() {
    return role.includes(AccessRole.ADMIN);
  }
}
