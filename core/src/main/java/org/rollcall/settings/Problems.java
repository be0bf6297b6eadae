package org.rollcall.settings;

import java.util.ArrayList;
import java.util.List;

/// Collects mistakes. Reading goes on after each, so that all are reported together.
final class Problems {
  private final List<Problem> found = new ArrayList<>();
  private final List<Problem> forIntercom = new ArrayList<>();

  void add(Position position, String message) {
    found.add(Problem.at(position, message));
  }

  void add(Problem problem) {
    found.add(problem);
  }

  void addAll(List<Problem> problems) {
    found.addAll(problems);
  }

  /// Adds a mistake that keeps nobody from what needs no call to Intercom.
  void addForIntercom(Problem problem) {
    forIntercom.add(problem);
  }

  int count() {
    return found.size();
  }

  /// @throws SettingsException when there are mistakes, apart from those for Intercom
  void refuse() {
    if (!found.isEmpty()) {
      throw new SettingsException(found, forIntercom);
    }
  }
}
