package org.rollcall.cli;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.Finding;

/// A diagnosis for people: one line for each finding, and below it what to do.
record DoctorView(Paint paint) {
  private static final int MOST_INDENT = 26;

  List<String> of(Diagnosis diagnosis) {
    var width =
        diagnosis.findings().stream().mapToInt(each -> each.subject().length()).max().orElse(0);
    var lines = new ArrayList<>(lines(diagnosis.findings(), Math.min(width, MOST_INDENT)));
    lines.add("");
    lines.add(verdict(diagnosis));
    return lines;
  }

  List<String> of(List<Finding> findings) {
    return lines(findings, MOST_INDENT);
  }

  private List<String> lines(List<Finding> findings, int width) {
    var lines = new ArrayList<String>();
    for (var each : findings) {
      lines.add(mark(each) + " " + paint.bold(padded(each.subject(), width)) + "  " + each.found());
      if (!each.advice().isEmpty()) {
        lines.add(" ".repeat(width + 4) + paint.faint("→ ") + each.advice());
      }
    }
    return lines;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private String mark(Finding finding) {
    return switch (finding) {
      case Finding.Good _ -> paint.green("✓");
      case Finding.Warning _ -> paint.yellow("!");
      case Finding.Wrong _ -> paint.red("✗");
    };
  }

  /// The one line that says whether a run can begin.
  String verdict(Diagnosis diagnosis) {
    var warnings =
        diagnosis.warnings() == 0 ? "" : ", " + Words.count(diagnosis.warnings(), "warning");
    return diagnosis.isHealthy()
        ? paint.green("Ready to run" + warnings + ".")
        : paint.red(Words.count(diagnosis.errors(), "error") + warnings + ".");
  }
}
