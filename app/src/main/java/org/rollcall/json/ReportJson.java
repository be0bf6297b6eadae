package org.rollcall.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Consumer;
import org.rollcall.apply.Outcome;
import org.rollcall.model.ComputedList;
import org.rollcall.model.ContactId;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Difference;
import org.rollcall.review.SettledAs;
import org.rollcall.review.StoredWord;
import org.rollcall.run.Failure;
import org.rollcall.run.FailureNews;
import org.rollcall.run.Report;
import org.rollcall.run.Totals;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A report for programs. `members` holds everybody who was not unchanged; every name is always
/// there, `null` where there is nothing to say.
public record ReportJson(Privacy privacy) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// `members` is a list that is computed while it is written.
  public ObjectNode of(Report report) {
    var root =
        NODES
            .objectNode()
            .put("sync", report.sync().value())
            .put("run", report.run())
            .put("roster", report.target().map(each -> each.roster().value()).orElse(null))
            .put("workspace", report.target().map(each -> each.workspace().id()).orElse(null))
            .put("status", StoredWord.of(report.status()))
            .put("reason", report.reason().orElse(null))
            .put("started", report.started().toString())
            .put("finished", report.finished().toString())
            .put("duration_seconds", seconds(report))
            .put("simulated", report.simulated())
            .put("basis", StoredWord.of(report.basis()));
    root.set("totals", totals(report.totals()));
    root.set("failures", failures(report.news()));
    root.putObject("requests")
        .put("intercom", report.requests().intercom())
        .put("source", report.requests().source());
    var members = report.members();
    root.putPOJO("members", new ComputedList<>(members.size(), at -> member(members.get(at))));
    return root;
  }

  static ObjectNode totals(Totals totals) {
    return NODES
        .objectNode()
        .put("total", totals.total())
        .put("created", totals.created())
        .put("updated", totals.updated())
        .put("unchanged", totals.unchanged())
        .put("skipped", totals.skipped())
        .put("duplicates_resolved", totals.duplicatesResolved())
        .put("leavers", totals.leavers())
        .put("not_kept", totals.notKept())
        .put("failed", totals.failed());
  }

  private static ObjectNode failures(FailureNews news) {
    var node = NODES.objectNode();
    news.anew().forEach(numbers(node.putArray("new")));
    news.before().forEach(numbers(node.putArray("known")));
    news.ignored().forEach(numbers(node.putArray("ignored")));
    var recovered = node.putArray("recovered");
    news.recovered().forEach(member -> recovered.add(member.value()));
    return node;
  }

  private static Consumer<Failure> numbers(ArrayNode list) {
    return failure -> list.add(failure.member().value());
  }

  private ObjectNode member(Outcome outcome) {
    var reason = privacy.sentence(outcome.reason(), outcome.name());
    var node =
        NODES
            .objectNode()
            .put("member", outcome.member().value())
            .put("email", privacy.email(outcome.email()))
            .put("outcome", SettledAs.of(outcome.result()).word());
    nullable(node, "reason", reason);
    var remedies = node.putArray("remedies");
    outcome.remedies().forEach(remedy -> remedies.add(StoredWord.of(remedy)));
    PlanJson.fields(node, Difference.as(privacy, outcome.differences()));
    nullable(node, "contact", outcome.contact().map(ContactId::value).orElse(""));
    nullable(node, "request_id", outcome.requestId());
    return node;
  }

  private static void nullable(ObjectNode node, String name, String text) {
    if (text.isEmpty()) {
      node.putNull(name);
    } else {
      node.put(name, text);
    }
  }

  private static BigDecimal seconds(Report report) {
    return BigDecimal.valueOf(report.duration().toMillis(), 3).setScale(2, RoundingMode.HALF_UP);
  }
}
