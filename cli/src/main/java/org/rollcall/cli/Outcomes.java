package org.rollcall.cli;

import org.rollcall.apply.Result;
import org.rollcall.review.SettledAs;

/// How a member's result is called as data.
final class Outcomes {
  private Outcomes() {}

  /// `created`, `updated`, `unchanged`, `skipped` or `failed`: these five add up to the total. Or
  /// `departed`, which does not count towards it.
  static String token(Result result) {
    return SettledAs.of(result).word();
  }
}
