package org.rollcall.sandbox;

/// Whose world a world is.
///
/// @param id what Intercom calls the workspace's `id_code`
/// @param name any text
/// @param region `US`, `EU` or `AU`
/// @param token the access token that opens it
public record SandboxWorkspace(String id, String name, String region, String token) {
  /// A workspace called `sandbox`, opened by `token`.
  public static SandboxWorkspace sandbox(String token) {
    return new SandboxWorkspace("sandbox", "Sandbox", "US", token);
  }

  /// Hides the token.
  @Override
  public String toString() {
    return "Workspace[id=" + id + ", name=" + name + ", region=" + region + ", token=***]";
  }
}
