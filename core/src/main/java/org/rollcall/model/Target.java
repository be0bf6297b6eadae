package org.rollcall.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A roster and the workspace that it is written to. What a run learns applies to its target only.
///
/// @param roster the source of the members
/// @param workspace the workspace of their contacts
public record Target(RosterName roster, Workspace workspace) {
  /// Identifies this target in 16 hexadecimal digits. Renaming the workspace does not change the
  /// key.
  public String key() {
    var text = roster.value() + "\n" + workspace.id();
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }

  /// Whether both have the same roster and the same workspace.
  public boolean isSameAs(Target other) {
    return key().equals(other.key());
  }

  /// `https://ref.supabase.co public.members into workspace ab12 (Example Union)`.
  @Override
  public String toString() {
    return "%s into %s".formatted(roster, workspace);
  }
}
