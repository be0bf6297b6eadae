package org.rollcall.model;

/// The workspace a token belongs to, as Intercom's `/me` says it.
///
/// @param workspace the workspace's `id_code`; `""` where the answer did not name it
/// @param name the workspace's name; `""` where the answer did not name it
/// @param region `US`, `EU`, `AU`; `""` where the answer did not name it
public record Workspace(String workspace, String name, String region) {}
