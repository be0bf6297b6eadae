package org.rollcall.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rollcall.plan.Plan;
import org.rollcall.review.History;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;

/// What the commands ask of earlier runs.
public interface Recollection {
  /// Asks the history; it is open only while `question` is asked.
  <T> T remembered(Optional<Path> config, Function<History, T> question);

  /// What taking a run back would do. Never writes.
  Plan planUndo(UndoOptions options, Consumer<RunEvent> events) throws InterruptedException;

  /// Takes a run back, as far as Intercom still holds what it wrote.
  Report undo(UndoOptions options, Consumer<RunEvent> events, BooleanSupplier stop)
      throws InterruptedException;
}
