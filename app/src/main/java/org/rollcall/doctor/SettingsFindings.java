package org.rollcall.doctor;

import java.util.List;
import org.rollcall.settings.SettingsException;

/// Settings that cannot be used, as findings: one a mistake, each with its line.
public final class SettingsFindings {
  private static final String SUBJECT = "Settings";

  private SettingsFindings() {}

  public static List<Finding> of(SettingsException wrong) {
    return wrong.problems().stream()
        .<Finding>map(problem -> new Finding.Wrong(SUBJECT, problem.toString(), ""))
        .toList();
  }

  /// Free of mistakes.
  ///
  /// @param name the file's, or what the settings are called where there is none
  public static Finding good(String name) {
    return new Finding.Good(SUBJECT, "%s has no mistake.".formatted(name));
  }
}
