package org.rollcall.server.pages;

import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import org.rollcall.run.RunStopped;
import org.rollcall.server.access.RefusedVisit;
import org.rollcall.server.runs.ServedProgram;
import org.rollcall.server.web.StoppedStatus;
import org.rollcall.store.StoreTrouble;

/// Makes handlers that hold the settings as they are while they answer, and tell in a page what
/// could not be done.
record Answering(ServedProgram program) {
  /// Answers one kind of request.
  @FunctionalInterface
  interface Work {
    void answer(Visit visit) throws InterruptedException;
  }

  Handler by(Work work) {
    return context -> {
      try (var use = program.use()) {
        work.answer(new Visit(context, use));
      } catch (RunStopped stopped) {
        throw refused(stopped);
      } catch (StoreTrouble trouble) {
        throw new RefusedVisit(HttpStatus.SERVICE_UNAVAILABLE, trouble.getMessage() + ".");
      }
    };
  }

  private static RefusedVisit refused(RunStopped stopped) {
    return new RefusedVisit(StoppedStatus.of(stopped), String.join("\n", stopped.lines()));
  }
}
