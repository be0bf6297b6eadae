package org.rollcall.cli;

import java.io.PrintStream;
import java.time.Duration;

/// A line on a terminal that is drawn again and again while work goes on. It is drawn by a thread
/// of its own, so that the time goes on where the work stands still, and work waits for no
/// terminal.
final class ProgressBar implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final PrintStream screen;
  private final int width;
  private final boolean stays;
  private final String title;
  private final String unit;
  private final long total;
  private final long began = System.nanoTime();
  private final Thread painter;
  private volatile long done;

  /// @param width of the terminal, in columns
  /// @param stays whether its last state stays on the screen
  /// @param total not positive where nobody knows it
  ProgressBar(PrintStream screen, int width, boolean stays, String title, String unit, long total) {
    this.screen = screen;
    this.width = width;
    this.stays = stays;
    this.title = title;
    this.unit = unit;
    this.total = total;
    this.painter = Thread.ofPlatform().daemon().name("progress").unstarted(this::paint);
  }

  /// Draws it for the first time.
  ProgressBar start() {
    draw();
    painter.start();
    return this;
  }

  void moveTo(long step) {
    done = step;
  }

  /// Draws it for the last time, or clears its line if it does not stay.
  @Override
  public void close() {
    painter.interrupt();
    try {
      painter.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (stays) {
      draw();
      screen.println();
    } else {
      screen.print("\r" + " ".repeat(Math.max(0, width - 1)) + "\r");
    }
    screen.flush();
  }

  private void paint() {
    try {
      while (true) {
        Thread.sleep(PAUSE);
        draw();
      }
    } catch (InterruptedException _) {
      // It is closed.
    }
  }

  private void draw() {
    var elapsed = Duration.ofNanos(System.nanoTime() - began);
    screen.print("\r" + new ProgressLine(title, unit, done, total, elapsed).in(width));
    screen.flush();
  }
}
