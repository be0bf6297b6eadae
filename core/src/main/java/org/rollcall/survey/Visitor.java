package org.rollcall.survey;

import java.net.URI;

/// Visits servers to find out whether they can be reached. It does not send the access token.
@FunctionalInterface
public interface Visitor {
  /// Visits the server at `address`. Every failure is returned as a result.
  ///
  /// @throws InterruptedException when the calling thread is interrupted
  Reach visit(URI address) throws InterruptedException;
}
