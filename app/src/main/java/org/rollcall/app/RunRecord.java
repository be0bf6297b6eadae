package org.rollcall.app;

import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.run.RunEvent;

/// What is written down of one run while it goes on, and what it may know of earlier ones. It hears
/// one event at a time.
interface RunRecord extends Consumer<RunEvent>, AutoCloseable {
  /// What outlives the run.
  RunMemory memory();

  /// Where it is kept, without anybody's secret; empty where nothing is kept.
  Optional<String> place();

  /// Writes what is not written yet.
  @Override
  void close();

  /// Of a run that nobody asks about later.
  static RunRecord none() {
    return new RunRecord() {
      @Override
      public RunMemory memory() {
        return RunMemory.none();
      }

      @Override
      public Optional<String> place() {
        return Optional.empty();
      }

      @Override
      public void accept(RunEvent event) {}

      @Override
      public void close() {}
    };
  }
}
