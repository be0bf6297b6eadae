package org.rollcall.doctor;

import java.util.List;

/// One thing to look at. Looking changes nothing that outlasts it.
public interface Check {
  /// What is looked at, for a finding that the check could not make itself.
  String subject();

  /// Looks. Whatever is thrown becomes an error among the findings, and harms no other check.
  ///
  /// @throws InterruptedException when looking took longer than it may
  List<Finding> look() throws InterruptedException;
}
