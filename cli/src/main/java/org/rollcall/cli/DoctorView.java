package org.rollcall.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.Finding;

/// A diagnosis for people: one line for each finding, and below it what to do.
final class DoctorView {
  private static final int MOST_INDENT = 26;

  List<StyledLine> of(Diagnosis diagnosis) {
    return of(diagnosis.findings(), new CodeTable(diagnosis.codes()).lines(), diagnosis);
  }

  /// What was repaired, what is left to do after that, and what is right now and was not before.
  List<StyledLine> since(Diagnosis before, List<Finding> repaired, Diagnosis after) {
    var news =
        after.findings().stream().filter(each -> !isGood(each) || !wasGood(each.subject(), before));
    return of(Stream.concat(repaired.stream(), news).toList(), List.of(), after);
  }

  private static boolean wasGood(String subject, Diagnosis before) {
    var found = before.findings().stream().filter(each -> each.subject().equals(subject)).toList();
    return !found.isEmpty() && found.stream().allMatch(DoctorView::isGood);
  }

  private List<StyledLine> of(List<Finding> shown, List<StyledLine> codes, Diagnosis diagnosis) {
    var width = shown.stream().mapToInt(each -> each.subject().length()).max().orElse(0);
    var lines = new ArrayList<>(lines(shown, Math.min(width, MOST_INDENT)));
    lines.addAll(codes);
    lines.add(StyledLine.EMPTY);
    lines.add(verdict(diagnosis));
    return lines;
  }

  private static boolean isGood(Finding finding) {
    return finding instanceof Finding.Good;
  }

  private static List<StyledLine> lines(List<Finding> findings, int width) {
    var lines = new ArrayList<StyledLine>();
    for (var each : findings) {
      lines.add(
          mark(each)
              .plain(" ")
              .bold(Words.padded(each.subject(), width))
              .plain("  " + each.found()));
      if (!each.advice().isEmpty()) {
        lines.add(StyledLine.of(" ".repeat(width + 4)).faint("→ ").plain(each.advice()));
      }
      if (!each.unseen().isEmpty()) {
        lines.add(
            StyledLine.of(" ".repeat(width + 4))
                .plain(
                    "Not looked at because of it: %s."
                        .formatted(String.join(", ", each.unseen()))));
      }
    }
    return lines;
  }

  private static StyledLine mark(Finding finding) {
    return switch (finding) {
      case Finding.Good _ -> StyledLine.EMPTY.green("✓");
      case Finding.Warning _ -> StyledLine.EMPTY.yellow("!");
      case Finding.Wrong _ -> StyledLine.EMPTY.red("✗");
    };
  }

  /// The one line that says whether a run can begin.
  private StyledLine verdict(Diagnosis diagnosis) {
    var warnings =
        diagnosis.warnings() == 0 ? "" : ", " + Words.count(diagnosis.warnings(), "warning");
    return diagnosis.isHealthy()
        ? StyledLine.EMPTY.green("Ready to run" + warnings + ".")
        : StyledLine.EMPTY.red(Words.count(diagnosis.errors(), "error") + warnings + ".");
  }
}
