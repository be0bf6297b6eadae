package org.rollcall.json;

import java.util.SequencedMap;
import org.rollcall.doctor.DoctorResult;
import org.rollcall.doctor.Finding;
import org.rollcall.draft.NamedCode;
import org.rollcall.model.SyncName;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A diagnosis for programs: `{"healthy", "findings": [{"level", "subject", "found", "advice",
/// "unseen": […]}], "missing_attributes": [{"name", "type"}], "codes": [{"vocabulary", "code",
/// "name", "members", "intercom"}], "repaired": […]}`. Names here never change their meaning.
public final class DoctorJson {
  private DoctorJson() {}

  /// One sync by itself; several are under `syncs`, by their names.
  public static ObjectNode of(SequencedMap<SyncName, DoctorResult> results) {
    if (results.size() == 1) {
      return of(results.firstEntry().getValue());
    }
    var healthy = results.values().stream().allMatch(each -> each.after().isHealthy());
    var root = JsonNodeFactory.instance.objectNode().put("healthy", healthy);
    var syncs = root.putObject("syncs");
    results.forEach((name, result) -> syncs.set(name.value(), of(result)));
    return root;
  }

  private static ObjectNode of(DoctorResult result) {
    var diagnosis = result.after();
    var root = JsonNodeFactory.instance.objectNode().put("healthy", diagnosis.isHealthy());
    var findings = root.putArray("findings");
    diagnosis.findings().forEach(each -> put(findings.addObject(), each));
    var missing = root.putArray("missing_attributes");
    diagnosis
        .repairs()
        .forEach(each -> missing.addObject().put("name", each.name()).put("type", each.type()));
    var codes = root.putArray("codes");
    diagnosis.codes().forEach(each -> put(codes.addObject(), each));
    var done = root.putArray("repaired");
    result.repaired().forEach(each -> put(done.addObject(), each));
    return root;
  }

  private static void put(ObjectNode node, Finding finding) {
    node.put("level", level(finding))
        .put("subject", finding.subject())
        .put("found", finding.found())
        .put("advice", finding.advice());
    if (!finding.unseen().isEmpty()) {
      finding.unseen().forEach(node.putArray("unseen")::add);
    }
  }

  private static void put(ObjectNode node, NamedCode code) {
    node.put("vocabulary", code.vocabulary())
        .put("code", code.use().code())
        .put("name", code.name().orElse(null))
        .put("members", code.use().members());
    code.use()
        .saying()
        .ifPresent(said ->
            node.putObject("intercom")
                .put("name", said.name())
                .put("agreeing", said.agreeing())
                .put("contacts", said.contacts()));
  }

  private static String level(Finding finding) {
    return switch (finding) {
      case Finding.Good _ -> "ok";
      case Finding.Warning _ -> "warning";
      case Finding.Wrong _ -> "error";
    };
  }
}
