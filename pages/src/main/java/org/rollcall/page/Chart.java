package org.rollcall.page;

import java.util.List;

/// Earlier runs as bars: up for contacts that were changed, down for members who failed. Heights
/// are logarithmic, so that the first load does not hide every other night.
///
/// @param nights the oldest first
public record Chart(List<NightBar> nights) {
  private static final int STEP = 26;
  private static final int UP = 110;
  private static final int DOWN = 50;

  public Chart {
    nights = List.copyOf(nights);
  }

  public int width() {
    return Math.max(nights.size(), 1) * STEP;
  }

  public int height() {
    return UP + DOWN + 2;
  }

  /// Where the line between both is.
  public int base() {
    return UP;
  }

  /// The left edge of the bar of a night.
  public int left(int night) {
    return night * STEP + 4;
  }

  public int barWidth() {
    return STEP - 8;
  }

  public int up(NightBar night) {
    return height(night.changed(), nights.stream().mapToInt(NightBar::changed).max().orElse(0), UP);
  }

  public int down(NightBar night) {
    return height(night.failed(), nights.stream().mapToInt(NightBar::failed).max().orElse(0), DOWN);
  }

  /// At least two where there is anything, so that it is seen.
  private static int height(int number, int most, int space) {
    return number == 0
        ? 0
        : Math.max(2, (int) Math.round(space * Math.log1p(number) / Math.log1p(most)));
  }
}
