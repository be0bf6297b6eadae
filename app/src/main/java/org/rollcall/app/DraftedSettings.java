package org.rollcall.app;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.Workspace;

/// Settings drafted for a roster that was looked at.
///
/// @param text the file; it holds no secret and nothing of a member
/// @param roster which roster, and how many are eligible, as the subject of a sentence
/// @param told what was found and what was not, a clause each
/// @param workspace what the access token opens; empty where Intercom was not asked
public record DraftedSettings(
    String text, String roster, List<String> told, Optional<Workspace> workspace) {
  public DraftedSettings {
    told = List.copyOf(told);
  }
}
