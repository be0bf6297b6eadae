package org.rollcall.cli;

import java.util.List;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.Finding;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A diagnosis for programs: `{"healthy", "findings": [{"level", "subject", "found", "advice"}],
/// "missing_attributes": [{"name", "type"}], "repaired": […]}`. Names here never change their
/// meaning.
final class DoctorJson {
  private DoctorJson() {}

  /// @param repaired what became of each repair; empty where none was made
  static ObjectNode of(Diagnosis diagnosis, List<Finding> repaired) {
    var root = JsonNodeFactory.instance.objectNode().put("healthy", diagnosis.isHealthy());
    var findings = root.putArray("findings");
    diagnosis.findings().forEach(each -> put(findings.addObject(), each));
    var missing = root.putArray("missing_attributes");
    diagnosis
        .repairs()
        .forEach(each -> missing.addObject().put("name", each.name()).put("type", each.type()));
    var done = root.putArray("repaired");
    repaired.forEach(each -> put(done.addObject(), each));
    return root;
  }

  private static void put(ObjectNode node, Finding finding) {
    node.put("level", level(finding))
        .put("subject", finding.subject())
        .put("found", finding.found())
        .put("advice", finding.advice());
  }

  private static String level(Finding finding) {
    return switch (finding) {
      case Finding.Good _ -> "ok";
      case Finding.Warning _ -> "warning";
      case Finding.Wrong _ -> "error";
    };
  }
}
