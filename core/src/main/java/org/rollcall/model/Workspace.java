package org.rollcall.model;

/// The workspace a token belongs to, as Intercom's `/me` says it.
///
/// @param id the workspace's `id_code`; `""` where the answer did not name it
/// @param name the workspace's name; `""` where the answer did not name it
/// @param region `US`, `EU`, `AU`; `""` where the answer did not name it
public record Workspace(String id, String name, String region) {
  /// As a person calls it: `workspace ab12 (Example Union)`.
  @Override
  public String toString() {
    var called = id.isEmpty() ? "of unknown id" : id;
    return name.isEmpty() ? "workspace " + called : "workspace %s (%s)".formatted(called, name);
  }
}
