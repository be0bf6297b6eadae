package org.rollcall.cli;

import org.rollcall.app.Selection;
import org.rollcall.server.Service;
import org.rollcall.server.ServiceTerms;
import org.rollcall.server.runs.ServiceLog;

/// Starts the service.
@FunctionalInterface
public interface ServiceStarter {
  /// @param selection which settings; without a sync
  /// @throws org.rollcall.run.RunStopped when it cannot be started
  Service start(Selection selection, ServiceTerms terms, ServiceLog log);
}
