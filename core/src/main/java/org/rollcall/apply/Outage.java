package org.rollcall.apply;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Notices that Intercom takes no writes at all, and holds the members back until it does: one
/// member every half minute tries whether it is back.
///
/// Safe for many threads.
public final class Outage {
  /// So many members in a row, without one that was answered, are no accident.
  private static final int MANY = 25;

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);

  private final Duration patience;
  private final Waiter waiter;
  private final GatewayListener listener;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  private int unanswered;
  private Phase phase = Phase.NONE;
  private Duration waited = Duration.ZERO;

  /// Whether a member may be begun.
  enum Admission {
    /// It may.
    GO,
    /// It may, and tries whether Intercom is back.
    TRY,
    /// It may not: the outage lasts too long, or the run was stopped meanwhile.
    STAY
  }

  private enum Phase {
    /// Intercom answers.
    NONE,
    /// It does not, and nobody is trying.
    ON,
    /// It does not, and somebody is trying or waits to try.
    TRYING,
    /// It was waited for long enough.
    OVER
  }

  /// @param patience how long to wait for Intercom
  public Outage(Duration patience, Waiter waiter, GatewayListener listener) {
    this.patience = patience;
    this.waiter = waiter;
    this.listener = listener;
  }

  /// Whether Intercom takes no writes. Then one try of a call is enough.
  boolean isOn() {
    lock.lock();
    try {
      return phase != Phase.NONE;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until a member may be begun.
  ///
  /// @throws InterruptedException when the run is stopped meanwhile; all others get
  ///   [Admission#STAY] then
  Admission admit() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (phase == Phase.TRYING) {
        changed.await();
      }
      if (phase != Phase.ON) {
        return phase == Phase.NONE ? Admission.GO : Admission.STAY;
      }
      phase = Phase.TRYING;
    } finally {
      lock.unlock();
    }
    pause();
    return Admission.TRY;
  }

  private void pause() throws InterruptedException {
    try {
      waiter.await(BETWEEN_TRIES);
    } catch (InterruptedException stopped) {
      become(Phase.OVER);
      throw stopped;
    }
  }

  /// A member that was admitted has ended.
  ///
  /// @param why what came instead of an answer to their last call; `""` where it was answered
  /// @return why the run has to end; empty where it goes on
  Optional<String> ended(Admission admission, String why) {
    lock.lock();
    try {
      return why.isEmpty() ? answered(admission) : failed(admission, why);
    } finally {
      lock.unlock();
    }
  }

  private Optional<String> answered(Admission admission) {
    unanswered = 0;
    if (admission == Admission.TRY) {
      waited = Duration.ZERO;
      become(Phase.NONE);
      listener.back();
    }
    return Optional.empty();
  }

  private Optional<String> failed(Admission admission, String why) {
    unanswered++;
    if (admission == Admission.TRY) {
      waited = waited.plus(BETWEEN_TRIES);
      boolean over = waited.compareTo(patience) >= 0;
      become(over ? Phase.OVER : Phase.ON);
      return over ? Optional.of(tooLong(why)) : Optional.empty();
    }
    if (phase == Phase.NONE && unanswered >= MANY) {
      become(Phase.ON);
      listener.outage(unanswered, why, BETWEEN_TRIES, patience);
    }
    return Optional.empty();
  }

  private String tooLong(String why) {
    return "Intercom has taken no write for %d s (intercom.patience), the last time because: %s What was not written is untouched. Run again when Intercom is back; see https://www.intercomstatus.com."
        .formatted(waited.toSeconds(), why);
  }

  private void become(Phase next) {
    lock.lock();
    try {
      phase = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
