package org.rollcall.model;

/// The workspace of an access token, as Intercom's `/me` describes it.
///
/// @param id the workspace's `id_code`; `""` if the answer did not contain it
/// @param name the workspace's name; `""` if the answer did not contain it
/// @param region `US`, `EU` or `AU`; `""` if the answer did not contain it
public record Workspace(String id, String name, String region) {
  /// The workspace in words: `workspace ab12 (Example Union)`.
  @Override
  public String toString() {
    var called = id.isEmpty() ? "of unknown id" : id;
    return name.isEmpty() ? "workspace " + called : "workspace %s (%s)".formatted(called, name);
  }
}
