package org.rollcall.server.runs;

import java.util.List;
import org.rollcall.app.RunHandle;
import org.rollcall.model.SyncName;

/// What the service says about itself and its runs. For many threads.
public interface ServiceLog {
  /// A run has begun. Whoever logs follows its events.
  void began(RunHandle run);

  /// A run ended without a report.
  ///
  /// @param lines why, one line each, without secrets
  void failed(SyncName sync, String run, List<String> lines);

  /// A mistake in the program showed.
  void broken(Exception failure);

  /// Something worth knowing.
  void said(String sentence);

  /// Something that somebody should look at.
  void warned(String sentence);
}
