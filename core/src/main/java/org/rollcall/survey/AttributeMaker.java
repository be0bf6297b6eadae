package org.rollcall.survey;

import java.util.Optional;

/// Makes custom attributes in the workspace.
@FunctionalInterface
public interface AttributeMaker {
  /// Makes one.
  ///
  /// @return why it could not be made, in Intercom's words; empty when it is made
  /// @throws InterruptedException when interrupted; it may have been made
  Optional<String> make(Repair repair) throws InterruptedException;
}
