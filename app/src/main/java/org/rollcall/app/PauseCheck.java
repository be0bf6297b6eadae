package org.rollcall.app;

import java.util.List;
import java.util.function.Supplier;
import org.rollcall.doctor.Check;
import org.rollcall.doctor.Finding;
import org.rollcall.run.RunStopped;

/// Whether somebody has paused the sync. Nothing is found where nobody has, or where the store
/// cannot be read, which is a finding of another check.
record PauseCheck(Supplier<Brake> brake) implements Check {
  @Override
  public String subject() {
    return "Pause";
  }

  @Override
  public List<Finding> look() {
    try {
      var asked = brake.get();
      return asked
          .pause()
          .<Finding>map(pause ->
              new Finding.Warning(
                  subject(),
                  "Sync %s is paused %s. No run of it begins."
                      .formatted(asked.sync(), pause.inWords()),
                  "'rollcall resume' ends the pause."))
          .stream()
          .toList();
    } catch (RunStopped _) {
      return List.of();
    }
  }
}
