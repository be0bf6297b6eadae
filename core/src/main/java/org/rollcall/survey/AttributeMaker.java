package org.rollcall.survey;

import java.util.Optional;

/// Creates custom attributes in the workspace.
@FunctionalInterface
public interface AttributeMaker {
  /// Creates one attribute.
  ///
  /// @return why it could not be created, in Intercom's words; empty if it was created
  /// @throws InterruptedException when interrupted; the attribute may have been created
  Optional<String> make(Repair repair) throws InterruptedException;
}
