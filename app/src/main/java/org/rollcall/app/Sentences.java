package org.rollcall.app;

import org.rollcall.run.RunStopped;
import org.rollcall.settings.Problem;
import org.rollcall.settings.SettingsException;
import org.rollcall.store.StoreTrouble;

/// Turns a failure that ends a command into the sentence that a person reads.
final class Sentences {
  private Sentences() {}

  /// The work of a command.
  @FunctionalInterface
  interface Work<T, X extends Exception> {
    T done() throws X;
  }

  /// Does `work`. Wrong settings and a failing store end all commands in the same way.
  ///
  /// @throws RunStopped with the sentence
  static <T, X extends Exception> T orStopped(Work<T, X> work) throws X {
    try {
      return work.done();
    } catch (SettingsException wrong) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS, wrong.problems().stream().map(Problem::toString).toList());
    } catch (StoreTrouble trouble) {
      throw new RunStopped(RunStopped.Kind.FAILED, String.valueOf(trouble.getMessage()), trouble);
    }
  }
}
