package org.rollcall.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rollcall.run.Delivery;

/// What the commands ask of those who are told how runs end.
public interface Announcing {
  /// Sends each of them a test message. Heartbeats are left alone: to them it would be a run.
  List<Delivery> testNotifiers(Optional<Path> config) throws InterruptedException;
}
