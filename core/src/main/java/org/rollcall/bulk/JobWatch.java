package org.rollcall.bulk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.apply.Waiter;
import org.rollcall.run.RunEvent;

/// Waits until Intercom says that its bulk jobs are finished.
final class JobWatch {
  /// How far the jobs were when the waiting ended.
  ///
  /// @param unfinished jobs that were not seen to finish
  /// @param told whether Intercom tells how far a job is at all; not every version may
  record Seen(Set<String> unfinished, boolean told) {
    Seen {
      unfinished = Set.copyOf(unfinished);
    }
  }

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /// After so many answers in a row that do not tell how far a job is, no more are waited for: each
  /// of them was asked for several times already.
  private static final int UNANSWERED = 3;

  private final Gateway gateway;
  private final Waiter waiter;
  private final Consumer<RunEvent> events;

  JobWatch(Gateway gateway, Waiter waiter, Consumer<RunEvent> events) {
    this.gateway = gateway;
    this.waiter = waiter;
    this.events = events;
  }

  /// Returns when all jobs are finished, when Intercom will not tell, or after half an hour.
  ///
  /// @param jobs how many contacts each job took
  Seen await(Map<String, Integer> jobs) throws InterruptedException {
    var open = new LinkedHashMap<>(jobs);
    var pause = SHORTEST;
    var waited = Duration.ZERO;
    int unanswered = 0;
    for (var job : jobs.entrySet()) {
      while (true) {
        var reply = gateway.send(new Request.InspectJob(job.getKey())).reply();
        if (isFinished(reply, job.getValue())) {
          open.remove(job.getKey());
          break;
        }
        unanswered = reply instanceof Reply.Transient ? unanswered + 1 : 0;
        if (!mayBeUnderWay(reply) || unanswered >= UNANSWERED) {
          return new Seen(open.keySet(), false);
        }
        if (waited.compareTo(PATIENCE) >= 0) {
          return new Seen(open.keySet(), true);
        }
        events.accept(new RunEvent.BulkWait(sum(open), pause));
        waiter.await(pause);
        waited = waited.plus(pause);
        pause = longer(pause);
      }
    }
    return new Seen(open.keySet(), true);
  }

  /// A job may stay open for more contacts although it is done with all that it has.
  private static boolean isFinished(Reply reply, int contacts) {
    return reply instanceof Reply.Job job && (job.finished() || job.settled() >= contacts);
  }

  private static boolean mayBeUnderWay(Reply reply) {
    return reply instanceof Reply.Job || reply instanceof Reply.Transient;
  }

  private static int sum(Map<String, Integer> jobs) {
    return jobs.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
  }
}
