package org.rollcall.cli;

import java.time.Duration;

/// What a progress bar shows at one moment: how much is done, how long that took, and how long the
/// rest may take if it goes on like this.
///
/// @param total how much there is to do; not positive where nobody knows
record ProgressLine(String title, String unit, long done, long total, Duration elapsed) {
  private static final String PARTS = " ▏▎▍▌▋▊▉";
  private static final String WHOLE = "█";

  /// @param width of the terminal; the last column stays free, since some break the line there
  String in(int width) {
    var before = "%s %4s ".formatted(title, isBounded() ? percent() + "%" : "?");
    var after = " %s %s (%s / %s)".formatted(ratio(), unit, clock(elapsed), rest());
    int room = width - before.length() - after.length() - 3;
    var line = before + (room > 0 ? "│" + bar(room) + "│" : "") + after;
    return line.substring(0, Math.clamp(width - 1, 0, line.length()));
  }

  private boolean isBounded() {
    return total > 0;
  }

  private double share() {
    return isBounded() ? Math.clamp((double) done / total, 0, 1) : 0;
  }

  private int percent() {
    return (int) (share() * 100);
  }

  private String bar(int room) {
    int eighths = (int) (share() * room * PARTS.length());
    var whole = WHOLE.repeat(eighths / PARTS.length());
    var drawn = whole.length() < room ? whole + PARTS.charAt(eighths % PARTS.length()) : whole;
    return drawn + " ".repeat(room - drawn.length());
  }

  private String ratio() {
    var most = isBounded() ? Long.toString(total) : "?";
    return "%s/%s".formatted(" ".repeat(Math.max(0, most.length() - digits())) + done, most);
  }

  private int digits() {
    return Long.toString(done).length();
  }

  private String rest() {
    if (!isBounded() || done <= 0) {
      return "?";
    }
    return clock(elapsed.multipliedBy(Math.max(0, total - done)).dividedBy(done));
  }

  private static String clock(Duration duration) {
    return "%d:%02d:%02d"
        .formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
  }
}
