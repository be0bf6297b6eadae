package org.rollcall.run;

import org.rollcall.model.Workspace;

/// The right to write to a workspace: one run at a time has it.
public interface Lease extends AutoCloseable {
  /// Takes it, or takes it over from a run that has not been heard of for a while.
  ///
  /// @param run the run that wants it
  /// @throws RunStopped when another run has it; the message names that one
  void take(Workspace workspace, String run);

  /// Whether it was taken and another run has it now, because this one was not heard of for too
  /// long: it must begin nothing more.
  boolean isLost();

  /// Gives it back, where it was taken.
  @Override
  void close();

  /// Where nobody else can be: a world that lives no longer than the program.
  static Lease none() {
    return new Lease() {
      @Override
      public void take(Workspace workspace, String run) {}

      @Override
      public boolean isLost() {
        return false;
      }

      @Override
      public void close() {}
    };
  }
}
