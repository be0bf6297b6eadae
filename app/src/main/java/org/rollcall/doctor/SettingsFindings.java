package org.rollcall.doctor;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.settings.SettingsException;

/// The mistakes in the settings as findings, each with its line.
public final class SettingsFindings {
  private static final String SUBJECT = "Settings";

  private SettingsFindings() {}

  /// @param unseen what cannot be looked at because of them; the last one says so for all
  public static List<Finding> of(SettingsException wrong, List<String> unseen) {
    var findings = new ArrayList<Finding>();
    for (var problem : wrong.problems()) {
      var isLast = findings.size() == wrong.problems().size() - 1;
      findings.add(wrong(problem.toString(), isLast ? unseen : List.of()));
    }
    return findings;
  }

  /// One mistake.
  ///
  /// @param unseen what cannot be looked at because of it
  public static Finding wrong(String sentence, List<String> unseen) {
    return new Finding.Wrong(SUBJECT, sentence, "", unseen);
  }

  /// The finding for settings without a mistake.
  ///
  /// @param name the name of the file, or of the built-in settings
  public static Finding good(String name) {
    return new Finding.Good(SUBJECT, "No mistake in %s.".formatted(name));
  }
}
