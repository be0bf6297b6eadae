package org.rollcall.server.pages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.rollcall.app.RunFollower;
import org.rollcall.app.RunHandle;
import org.rollcall.page.site.LiveProgress;
import org.rollcall.page.site.Site;
import org.rollcall.run.EventEnvelope;

/// How far one run is, drawn once for everybody who looks, and no more than twice a second. For
/// many threads.
final class LiveRun {
  /// No eye needs more.
  private static final Duration PACE = Duration.ofMillis(500);

  private final RunHandle run;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition drawn = lock.newCondition();
  private LiveProgress progress;
  private boolean changed = true;
  private Picture picture;
  private boolean over;

  /// What everybody sees.
  ///
  /// @param number grows with each
  /// @param event as a stream sends it
  @SuppressWarnings("ArrayRecordComponent") // nobody changes it
  record Picture(long number, byte[] event) {}

  LiveRun(RunHandle run, LiveProgress beginning) {
    this.run = run;
    this.progress = beginning;
    this.picture = new Picture(0, new byte[0]);
    Thread.ofVirtual().name("view of " + run.id()).start(this::draw);
  }

  /// Waits for a later picture than the one of this number.
  ///
  /// @return empty where there was none for `time`, or there will be none
  Optional<Picture> after(long number, Duration time) throws InterruptedException {
    lock.lock();
    try {
      long left = time.toNanos();
      while (picture.number() <= number && !over && left > 0) {
        left = drawn.awaitNanos(left);
      }
      return picture.number() > number ? Optional.of(picture) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /// Whether there will be no later picture.
  boolean isOver() {
    lock.lock();
    try {
      return over;
    } finally {
      lock.unlock();
    }
  }

  private void draw() {
    try (RunFollower follower = run.events().follow(0, this::hear)) {
      boolean last;
      do {
        last = follower.await(PACE);
        redraw(last);
      } while (!last);
    } catch (InterruptedException _) {
      redraw(true);
    }
  }

  private void hear(EventEnvelope envelope) {
    lock.lock();
    try {
      progress = progress.after(envelope);
      changed = true;
    } finally {
      lock.unlock();
    }
  }

  private void redraw(boolean last) {
    lock.lock();
    try {
      if (changed) {
        picture = new Picture(picture.number() + 1, event());
        changed = false;
      }
      over = last;
      drawn.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private byte[] event() {
    var link = "/syncs/%s/members/".formatted(run.sync().value());
    var html = Site.part("live", Map.of("progress", progress, "link", link));
    return "event: progress\ndata: %s\n\n"
        .formatted(html.strip().replaceAll("\\R", "\ndata: "))
        .getBytes(StandardCharsets.UTF_8);
  }
}
