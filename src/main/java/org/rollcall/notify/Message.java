package org.rollcall.notify;

import java.util.Locale;
import org.rollcall.run.Report;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How a run ended, without anybody's data.
final class Message {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Message() {}

  /// A few lines for people.
  static String text(Report report) {
    var totals = report.totals();
    return "%s Rollcall run %s %s in %.0f s: %d members, %d created, %d updated, %d unchanged, %d skipped, %d failed.%s"
        .formatted(
            sign(report.status()),
            report.run(),
            status(report),
            report.duration().toMillis() / 1e3,
            totals.total(),
            totals.created(),
            totals.updated(),
            totals.unchanged(),
            totals.skipped(),
            totals.failed(),
            report.reason().map(reason -> "\n" + reason).orElse(""));
  }

  /// What Slack and those who imitate it take.
  static String slack(Report report) {
    return JSON.createObjectNode().put("text", text(report)).toString();
  }

  /// The report without its members.
  static String json(Report report) {
    var totals = report.totals();
    ObjectNode node =
        JSON.createObjectNode()
            .put("run", report.run())
            .put("status", status(report))
            .put("reason", report.reason().orElse(""))
            .put("started", report.started().toString())
            .put("finished", report.finished().toString());
    node.putObject("totals")
        .put("total", totals.total())
        .put("created", totals.created())
        .put("updated", totals.updated())
        .put("unchanged", totals.unchanged())
        .put("skipped", totals.skipped())
        .put("duplicates_resolved", totals.duplicatesResolved())
        .put("leavers", totals.leavers())
        .put("failed", totals.failed());
    return node.toString();
  }

  private static String status(Report report) {
    return report.status().name().toLowerCase(Locale.ROOT);
  }

  private static String sign(Report.Status status) {
    return switch (status) {
      case SUCCEEDED -> "✅";
      case PARTIAL, INTERRUPTED -> "⚠️";
      case FAILED, REFUSED -> "❌";
    };
  }
}
