package org.rollcall.sandbox;

/// The workspace that a world belongs to.
///
/// @param id what Intercom calls the workspace's `id_code`
/// @param name any text
/// @param region `US`, `EU` or `AU`
/// @param token the access token of the workspace
public record SandboxWorkspace(String id, String name, String region, String token) {
  /// A workspace called `sandbox` with the access token `token`.
  public static SandboxWorkspace sandbox(String token) {
    return new SandboxWorkspace("sandbox", "Sandbox", "US", token);
  }

  /// Hides the token.
  @Override
  public String toString() {
    return "Workspace[id=" + id + ", name=" + name + ", region=" + region + ", token=***]";
  }
}
