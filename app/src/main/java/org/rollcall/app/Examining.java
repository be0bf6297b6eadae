package org.rollcall.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.Finding;
import org.rollcall.survey.Repair;

/// What the doctor's command asks of the program.
public interface Examining {
  /// Looks at everything a run will need. Writes nothing that stays.
  Diagnosis examine(Optional<Path> config) throws InterruptedException;

  /// Makes what is missing in Intercom, and says of each what became of it.
  List<Finding> repair(Optional<Path> config, List<Repair> repairs) throws InterruptedException;
}
