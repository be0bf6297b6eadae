package org.rollcall.app;

import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.run.RunEvent;

/// Writes down one run while it goes on, and holds what it may know about earlier runs. It hears
/// one event at a time.
interface RunRecord extends Consumer<RunEvent>, AutoCloseable {
  /// What outlives the run.
  RunMemory memory();

  /// The place of the record, without any secret; empty where nothing is kept.
  Optional<String> place();

  /// Writes the rest.
  @Override
  void close();

  /// The record of a run that nobody asks about later.
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
