package org.rollcall.server.api;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rollcall.app.RunHandle;
import org.rollcall.model.Starter;
import org.rollcall.review.EndedAs;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.Unended;
import org.rollcall.run.RunStopped;
import org.rollcall.run.Totals;

/// The runs that were begun by request, for as long as the history does not have them: it has them
/// a moment later, and never has those that are dry or whose settings let them not begin. For many
/// threads.
public final class BegunRuns {
  /// So many are remembered.
  private static final int REMEMBERED = 200;

  private final InstantSource clock;
  private final Map<String, Begun> begun =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Begun> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Begun(RunHandle run, String command, Starter starter, Instant at) {}

  public BegunRuns(InstantSource clock) {
    this.clock = clock;
  }

  /// Takes a run that has just begun.
  ///
  /// @param command its name in the history
  public JournaledRun add(RunHandle run, String command, Starter starter) {
    var entry = new Begun(run, command, starter, clock.instant());
    synchronized (this) {
      begun.put(run.id(), entry);
    }
    return journaled(entry, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// What is known of a run.
  public Optional<JournaledRun> find(String id) {
    Optional<Begun> known;
    synchronized (this) {
      known = Optional.ofNullable(begun.get(id));
    }
    return known.map(BegunRuns::now);
  }

  private static JournaledRun now(Begun begun) {
    if (!begun.run().isOver()) {
      return journaled(begun, Optional.empty(), Optional.empty(), Optional.empty());
    }
    try {
      var report = begun.run().await();
      return journaled(
          begun,
          Optional.of(EndedAs.of(report.status())),
          report.reason(),
          Optional.of(report.totals()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return journaled(begun, Optional.of(EndedAs.INTERRUPTED), Optional.empty(), Optional.empty());
    } catch (RunStopped stopped) {
      return journaled(
          begun,
          Optional.of(ending(stopped.kind())),
          Optional.of(String.valueOf(stopped.getMessage())),
          Optional.empty());
    } catch (RuntimeException _) {
      return journaled(
          begun,
          Optional.of(EndedAs.FAILED),
          Optional.of("The run broke off because of a mistake in Rollcall; its log says more."),
          Optional.empty());
    }
  }

  private static EndedAs ending(RunStopped.Kind kind) {
    return switch (kind) {
      case FAILED, MISSING, SETTINGS -> EndedAs.FAILED;
      case REFUSED -> EndedAs.REFUSED;
      case PAUSED -> EndedAs.PAUSED;
      case INTERRUPTED -> EndedAs.INTERRUPTED;
    };
  }

  private static JournaledRun journaled(
      Begun begun, Optional<EndedAs> ending, Optional<String> reason, Optional<Totals> totals) {
    return new JournaledRun(
        begun.run().id(),
        begun.run().sync(),
        Optional.empty(),
        begun.command(),
        Optional.of(begun.starter()),
        "",
        begun.at(),
        Optional.empty(),
        ending,
        reason,
        Optional.empty(),
        totals,
        0,
        Unended.RUNNING);
  }
}
