package org.rollcall.page.site;

import java.util.Optional;
import org.rollcall.page.Page.Badge;
import org.rollcall.page.Tone;
import org.rollcall.review.EndedAs;
import org.rollcall.review.Unended;

/// How a run stands, in a word.
final class RunBadge {
  /// Of a run that goes on.
  static final Badge RUNNING = new Badge(Text.text("run.running"), Tone.CHANGE);

  private RunBadge() {}

  /// @param ending empty where it never said that it ended
  /// @param unended what is known of it then
  static Badge of(Optional<EndedAs> ending, Unended unended) {
    return ending.map(RunBadge::of).orElseGet(() -> of(unended));
  }

  private static Badge of(EndedAs ending) {
    return switch (ending) {
      case SUCCEEDED -> new Badge(Text.text("run.succeeded"), Tone.GOOD);
      case PARTIAL -> new Badge(Text.text("run.partial"), Tone.WARNING);
      case FAILED -> new Badge(Text.text("run.failed"), Tone.BAD);
      case REFUSED -> new Badge(Text.text("run.refused"), Tone.BAD);
      case PAUSED -> new Badge(Text.text("run.paused"), Tone.WARNING);
      case INTERRUPTED -> new Badge(Text.text("run.interrupted"), Tone.WARNING);
      case UNKNOWN -> new Badge(Text.text("run.unknown"), Tone.QUIET);
    };
  }

  private static Badge of(Unended unended) {
    return switch (unended) {
      case RUNNING -> RUNNING;
      case CRASHED -> new Badge(Text.text("run.crashed"), Tone.BAD);
      case UNKNOWN -> new Badge(Text.text("run.no-end"), Tone.QUIET);
    };
  }
}
