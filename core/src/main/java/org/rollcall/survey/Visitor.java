package org.rollcall.survey;

import java.net.URI;

/// Knocks at servers. Brings no token along.
@FunctionalInterface
public interface Visitor {
  /// Whatever goes wrong is an answer.
  ///
  /// @throws InterruptedException when the calling thread is interrupted
  Reach visit(URI address) throws InterruptedException;
}
