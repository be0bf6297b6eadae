package org.rollcall.cli;

import org.rollcall.app.Selection;
import org.rollcall.server.Service;
import org.rollcall.server.ServiceTerms;
import org.rollcall.server.runs.ServiceLog;

/// Stands where a service could be started, in tests that start none.
public final class NoService implements ServiceStarter {
  @Override
  public Service start(Selection selection, ServiceTerms terms, ServiceLog log) {
    throw new AssertionError("Nobody asked for a service.");
  }
}
