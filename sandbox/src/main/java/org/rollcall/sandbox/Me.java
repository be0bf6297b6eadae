package org.rollcall.sandbox;

import tools.jackson.databind.node.ObjectNode;

/// Tells whose token a request uses.
final class Me {
  /// The only teammate.
  static final String ADMIN_ID = "991267459";

  private static final long OPENED = 1_734_537_243;

  private Me() {}

  /// `GET /me`.
  static ObjectNode show(SandboxWorkspace workspace) {
    var me = Json.object().put("type", "admin").put("id", ADMIN_ID);
    me.put("email", "sandbox@example.org").put("name", "Sandbox").put("email_verified", true);
    me.putObject("app")
        .put("type", "app")
        .put("id_code", workspace.id())
        .put("name", workspace.name())
        .put("region", workspace.region())
        .put("timezone", "UTC")
        .put("created_at", OPENED)
        .put("identity_verification", false);
    me.put("has_inbox_seat", true);
    return me;
  }
}
