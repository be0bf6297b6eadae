package org.rollcall.run;

import org.rollcall.model.Target;

/// The right to write to a workspace: one run at a time has it.
@FunctionalInterface
public interface Lease {
  /// Takes it for one run, or takes it over from a run that has not been heard of for too long. It
  /// is held until it is closed, however often the run plans.
  ///
  /// @param run the run that wants it
  /// @throws RunStopped when another run has it, whose name is in the message, or when nobody can
  ///   say whether one has it
  /// @throws InterruptedException when the run shall stop while it waits for the lease
  Hold hold(Target target, String run) throws InterruptedException;

  /// The right, while it lasts.
  interface Hold extends AutoCloseable {
    /// Whether nobody else can have it at this moment. Asked before each write: a process that was
    /// suspended, or a machine that slept, must not go on with an old plan. Once it says false it
    /// never says true again. For many threads.
    boolean isSure();

    /// Gives it back.
    @Override
    void close();
  }

  /// Where nobody else can be: a world that lives no longer than the program.
  static Lease none() {
    return (_, _) ->
        new Hold() {
          @Override
          public boolean isSure() {
            return true;
          }

          @Override
          public void close() {}
        };
  }
}
