package org.rollcall.settings;

import java.util.ArrayList;
import java.util.List;

/// The mistakes met so far: reading goes on after each, so that all are told together.
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(Position position, String message) {
    found.add(Problem.at(position, message));
  }

  void addAll(List<Problem> problems) {
    found.addAll(problems);
  }

  int count() {
    return found.size();
  }

  /// @throws SettingsException when there are any
  void refuse() {
    if (!found.isEmpty()) {
      throw new SettingsException(found);
    }
  }
}
