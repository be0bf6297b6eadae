package org.rollcall.cli;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.Finding;

/// A diagnosis for people: one line for each finding, and below it what to do.
final class DoctorView {
  private static final int MOST_INDENT = 26;

  List<StyledLine> of(Diagnosis diagnosis) {
    var width =
        diagnosis.findings().stream().mapToInt(each -> each.subject().length()).max().orElse(0);
    var lines = new ArrayList<>(lines(diagnosis.findings(), Math.min(width, MOST_INDENT)));
    lines.add(StyledLine.EMPTY);
    lines.add(verdict(diagnosis));
    return lines;
  }

  List<StyledLine> of(List<Finding> findings) {
    return lines(findings, MOST_INDENT);
  }

  private static List<StyledLine> lines(List<Finding> findings, int width) {
    var lines = new ArrayList<StyledLine>();
    for (var each : findings) {
      lines.add(
          mark(each).plain(" ").bold(padded(each.subject(), width)).plain("  " + each.found()));
      if (!each.advice().isEmpty()) {
        lines.add(StyledLine.of(" ".repeat(width + 4)).faint("→ ").plain(each.advice()));
      }
    }
    return lines;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static StyledLine mark(Finding finding) {
    return switch (finding) {
      case Finding.Good _ -> StyledLine.EMPTY.green("✓");
      case Finding.Warning _ -> StyledLine.EMPTY.yellow("!");
      case Finding.Wrong _ -> StyledLine.EMPTY.red("✗");
    };
  }

  /// The one line that says whether a run can begin.
  StyledLine verdict(Diagnosis diagnosis) {
    var warnings =
        diagnosis.warnings() == 0 ? "" : ", " + Words.count(diagnosis.warnings(), "warning");
    return diagnosis.isHealthy()
        ? StyledLine.EMPTY.green("Ready to run" + warnings + ".")
        : StyledLine.EMPTY.red(Words.count(diagnosis.errors(), "error") + warnings + ".");
  }
}
