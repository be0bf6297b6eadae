package org.rollcall.json;

import java.util.Collection;
import java.util.List;
import org.rollcall.model.ComputedList;
import org.rollcall.model.FieldName;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Counts;
import org.rollcall.plan.Difference;
import org.rollcall.review.PlanSheet;
import org.rollcall.run.PlanReview;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A plan for programs: `{"counts": {…}, "orphans": …, "summary": {…}, "cost": {…}, "changes": […],
/// "notices": […], "mapping": {"new": […], "changed": […]}, "refusal": {"objections": […],
/// "advice"}}`.
///
/// `changes` lists all members who need a change or a remark. Members who are right already are
/// only counted. Names here never change their meaning.
public record PlanJson(Privacy privacy) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// `changes` is a list that is computed while it is written.
  public ObjectNode of(PlanSheet plan) {
    var root = comesTo(plan);
    var entries = plan.entries();
    var json = new PlanEntryJson(privacy);
    root.putPOJO("changes", new ComputedList<>(entries.size(), at -> json.write(entries.get(at))));
    notices(root, plan);
    review(root, plan.review());
    return root;
  }

  /// The same without `changes`.
  public ObjectNode head(PlanSheet plan) {
    var root = comesTo(plan);
    notices(root, plan);
    review(root, plan.review());
    return root;
  }

  private ObjectNode comesTo(PlanSheet plan) {
    var root = NODES.objectNode();
    root.set("counts", counts(plan.counts()));
    root.put("orphans", plan.orphans());
    root.set("summary", new PlanSummaryJson(privacy).of(plan.summary()));
    root.putObject("cost")
        .put("calls", plan.cost().calls())
        .put("seconds", Math.ceilDiv(plan.cost().duration().toMillis(), 1000L))
        .put("rate", plan.cost().rate().toString());
    return root;
  }

  private void notices(ObjectNode root, PlanSheet plan) {
    var notices = root.putArray("notices");
    plan.notices()
        .forEach(notice ->
            notices.addObject().put("kind", notice.kind()).put("text", notice.text(privacy)));
  }

  private static void review(ObjectNode root, PlanReview review) {
    var mapping = root.putObject("mapping");
    put(review.mapping().added(), mapping.putArray("new"));
    put(review.mapping().changed(), mapping.putArray("changed"));
    review
        .refusal()
        .ifPresentOrElse(
            refusal -> {
              var node = root.putObject("refusal");
              refusal.objections().forEach(node.putArray("objections")::add);
              node.put("advice", refusal.advice());
            },
            () -> root.putNull("refusal"));
  }

  private static void put(Collection<FieldName> fields, ArrayNode names) {
    fields.forEach(field -> names.add(field.value()));
  }

  static ObjectNode counts(Counts counts) {
    return NODES
        .objectNode()
        .put("total", counts.total())
        .put("create", counts.create())
        .put("update", counts.update())
        .put("unchanged", counts.unchanged())
        .put("skip", counts.skip())
        .put("archive", counts.archive())
        .put("depart", counts.depart())
        .put("revive", counts.revive())
        .put("blocked", counts.blocked());
  }

  /// `{"name": ["before", "after"]}`.
  static ObjectNode fields(ObjectNode node, List<Difference> differences) {
    var fields = node.putObject("fields");
    for (var each : differences) {
      fields.putArray(each.field().value()).add(each.before()).add(each.after());
    }
    return node;
  }
}
