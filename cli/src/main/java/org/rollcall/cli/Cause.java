package org.rollcall.cli;

import java.util.regex.Pattern;

/// What reasons have in common once nobody's ids and addresses stand in them, so that members who
/// failed alike are counted together.
final class Cause {
  private static final Pattern PARTICULAR =
      Pattern.compile("\\b(?=[\\w-]*\\d)[\\w-]{4,}\\b|\\S+@\\S+");

  private Cause() {}

  /// `Contact 65a0b1 belongs to member 10007 …` → `Contact … belongs to member … …`.
  static String of(String reason) {
    return PARTICULAR.matcher(reason).replaceAll("…");
  }
}
