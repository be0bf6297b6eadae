package org.rollcall.run;

import java.util.Optional;
import org.rollcall.model.Workspace;

/// Which workspace a run may write to. A token that was exchanged for another one may open the
/// wrong workspace.
///
/// @param only the only workspace that the settings allow, by its `id_code`; empty for any
/// @param accepted the workspace that the operator accepts although the last run wrote to another;
///   empty for none
/// @param last the workspace that the last run wrote to
public record WorkspaceRule(Optional<String> only, Optional<String> accepted, LastWorkspace last) {
  /// Any workspace.
  public static final WorkspaceRule ANY =
      new WorkspaceRule(Optional.empty(), Optional.empty(), LastWorkspace.none());

  /// Why the workspace that the token opens may not be written to; empty where it may.
  public Optional<String> objection(Workspace opened) {
    return only.filter(id -> !id.equals(opened.id()))
        .map(id ->
            "The access token opens %s, but the settings allow only %s. Nothing was written. Check INTERCOM_ACCESS_TOKEN, or intercom.workspace in the settings."
                .formatted(opened, id))
        .or(() ->
            accepted
                .filter(id -> !id.equals(opened.id()))
                .map(id ->
                    "The access token opens %s, but --accept-workspace names %s. Nothing was written."
                        .formatted(opened, id)))
        .or(() -> only.isPresent() || accepted.isPresent() ? Optional.empty() : changed(opened));
  }

  private Optional<String> changed(Workspace opened) {
    return last.get()
        .filter(before -> !before.id().equals(opened.id()))
        .map(before ->
            "The access token opens %s, but the last run of this sync wrote to %s. Nothing was written. Check INTERCOM_ACCESS_TOKEN. If the members belong into the new workspace, run once with --accept-workspace %s, or set intercom.workspace to it."
                .formatted(opened, before, opened.id()));
  }
}
