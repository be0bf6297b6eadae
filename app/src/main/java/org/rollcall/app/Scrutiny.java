package org.rollcall.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rollcall.plan.Change;
import org.rollcall.review.Explanation;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;

/// What the commands ask that look at single members and at single changes.
public interface Scrutiny {
  /// Why a member looks as they do. Never writes.
  ///
  /// @param asked a member number or an e-mail address
  Explanation explain(Optional<Path> config, String asked, Consumer<RunEvent> events)
      throws InterruptedException;

  /// Makes the plan anew, and carries out what `choice` takes of it and nothing else.
  ///
  /// @param command what the history calls it
  /// @param choice from the changes that there is something to do or say about; may refuse all by
  ///   throwing [org.rollcall.run.RunStopped]
  Report apply(
      String command,
      SyncOptions options,
      Function<List<Change>, List<Change>> choice,
      Consumer<RunEvent> events,
      BooleanSupplier stop)
      throws InterruptedException;

  /// Tells settings apart: two that are written alike have one.
  String settingsDigest(Optional<Path> config);
}
