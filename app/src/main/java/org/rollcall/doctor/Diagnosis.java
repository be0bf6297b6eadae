package org.rollcall.doctor;

import java.util.List;
import org.rollcall.survey.Repair;

/// All findings, in the order of the checks, and the possible repairs.
public record Diagnosis(List<Finding> findings, List<Repair> repairs) {
  public Diagnosis {
    findings = List.copyOf(findings);
    repairs = List.copyOf(repairs);
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
