package org.rollcall.cli;

import org.rollcall.apply.Result;

/// How a member's result is called as data.
final class Outcomes {
  private Outcomes() {}

  /// `created`, `updated`, `unchanged`, `skipped` or `failed`, the five that add up to the total;
  /// or `departed`, which stands beside them.
  static String token(Result result) {
    return switch (result) {
      case Result.Created _ -> "created";
      case Result.Updated _ -> "updated";
      case Result.Unchanged _ -> "unchanged";
      case Result.Skipped _ -> "skipped";
      case Result.Departed _ -> "departed";
      case Result.NotDone _ -> "failed";
    };
  }

  /// Why; `""` where there was no why.
  static String reason(Result result) {
    return switch (result) {
      case Result.Created _, Result.Updated _, Result.Unchanged _, Result.Departed _ -> "";
      case Result.Skipped(var reason) -> reason;
      case Result.NotDone notDone -> notDone.reason();
    };
  }
}
