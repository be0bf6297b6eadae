package org.rollcall.doctor;

import java.util.List;

/// One check. It leaves nothing changed.
public interface Check {
  /// The subject of the check, for a finding about a check that failed.
  String subject();

  /// Makes the check. An exception becomes an error among the findings, and other checks go on.
  ///
  /// @throws InterruptedException when the check took too long
  List<Finding> look() throws InterruptedException;

  /// The checks that need what this one checks. They are made after it, and not at all where
  /// everything that it finds is wrong.
  default List<Check> behind() {
    return List.of();
  }
}
