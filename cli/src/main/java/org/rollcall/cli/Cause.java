package org.rollcall.cli;

import java.util.regex.Pattern;

/// A reason without the ids and addresses of one member. Members who failed for the same cause have
/// it in common, so they can be counted together.
final class Cause {
  private static final Pattern PARTICULAR =
      Pattern.compile("\\b(?=[\\w-]*\\d)[\\w-]{4,}\\b|\\S+@\\S+");

  private Cause() {}

  /// `Contact 65a0b1 belongs to member 10007 …` → `Contact … belongs to member … …`.
  static String of(String reason) {
    return PARTICULAR.matcher(reason).replaceAll("…");
  }
}
