package org.rollcall.doctor;

import java.util.List;
import org.rollcall.draft.NamedCode;
import org.rollcall.survey.Repair;

/// All findings, in the order of the checks, the possible repairs, and the codes of the roster.
///
/// @param codes those of each vocabulary together, those of most members first; none where they
///   were not counted
public record Diagnosis(List<Finding> findings, List<Repair> repairs, List<NamedCode> codes) {
  public Diagnosis {
    findings = List.copyOf(findings);
    repairs = List.copyOf(repairs);
    codes = List.copyOf(codes);
  }

  /// A diagnosis in which no code was counted.
  public Diagnosis(List<Finding> findings, List<Repair> repairs) {
    this(findings, repairs, List.of());
  }

  /// Whether a run can begin. Warnings do not prevent it.
  public boolean isHealthy() {
    return errors() == 0;
  }

  /// How many findings are errors.
  public long errors() {
    return findings.stream().filter(Finding.Wrong.class::isInstance).count();
  }

  /// How many findings are warnings.
  public long warnings() {
    return findings.stream().filter(Finding.Warning.class::isInstance).count();
  }
}
