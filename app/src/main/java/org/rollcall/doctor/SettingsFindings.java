package org.rollcall.doctor;

import java.util.List;
import org.rollcall.settings.SettingsException;

/// The mistakes in the settings as findings, each with its line.
public final class SettingsFindings {
  private static final String SUBJECT = "Settings";

  private SettingsFindings() {}

  public static List<Finding> of(SettingsException wrong) {
    return wrong.problems().stream()
        .<Finding>map(problem -> new Finding.Wrong(SUBJECT, problem.toString(), ""))
        .toList();
  }

  /// The finding for settings without a mistake.
  ///
  /// @param name the name of the file, or of the built-in settings
  public static Finding good(String name) {
    return new Finding.Good(SUBJECT, "%s has no mistake.".formatted(name));
  }
}
