package org.rollcall.cli;

import java.nio.file.Path;

/// What a plan is shown for.
///
/// @param command what would carry it out, such as `rollcall sync`
/// @param ifEmpty what is said of a plan without changes; `""` where another says it
record PlanPurpose(String command, String ifEmpty) {
  static final PlanPurpose SYNC =
      new PlanPurpose("rollcall sync", "No changes. Intercom matches the roster.");

  static final PlanPurpose UNDO = new PlanPurpose("rollcall undo --yes", "");

  static PlanPurpose apply(Path file) {
    return new PlanPurpose(
        "rollcall apply " + file, "No changes. Intercom matched the roster when this was made.");
  }
}
