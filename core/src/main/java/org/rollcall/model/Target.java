package org.rollcall.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Which roster goes into which workspace. Whatever a run learns belongs to its target and to no
/// other.
///
/// @param roster where the members come from
/// @param workspace where they go
public record Target(RosterName roster, Workspace workspace) {
  /// Tells this target from all others, in 16 hexadecimal digits. A workspace may be given another
  /// name and remains what it was.
  public String key() {
    var text = roster.value() + "\n" + workspace.id();
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }

  /// Whether both are one roster into one workspace.
  public boolean isSameAs(Target other) {
    return key().equals(other.key());
  }

  /// `https://ref.supabase.co public.members into workspace ab12 (Example Union)`.
  @Override
  public String toString() {
    return "%s into %s".formatted(roster, workspace);
  }
}
