package org.rollcall.json;

import java.util.List;
import org.rollcall.mapping.Projected;
import org.rollcall.model.FieldName;
import org.rollcall.model.Privacy;
import org.rollcall.model.Wish;
import org.rollcall.review.Explanation;
import org.rollcall.review.Explanation.Standing;
import org.rollcall.review.PlanEntry;
import org.rollcall.review.Reasoning;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One member for programs. Names here never change their meaning.
public record ExplanationJson(Privacy privacy) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  public ObjectNode of(Explanation explanation) {
    var node = NODES.objectNode().put("member", explanation.id().value());
    switch (explanation.standing()) {
      case Standing.LeftOut() -> node.put("eligible", false);
      case Standing.Eligible(_, var projected) -> {
        node.put("eligible", true);
        fields(explanation, projected, node);
      }
    }
    node.put(
        "next",
        privacy.sentence(
            explanation.change().map(Reasoning::of).orElseGet(Reasoning::ofNothing), ""));
    explanation
        .change()
        .ifPresent(
            change -> node.set("change", new PlanEntryJson(privacy).write(PlanEntry.of(change))));
    var history = node.putArray("history");
    explanation
        .history()
        .forEach(each -> history.add(new HistoryJson(privacy).of(each).put("run", each.run())));
    return node;
  }

  private void fields(Explanation explanation, Projected projected, ObjectNode node) {
    switch (projected) {
      case Projected.Skipped(_, _, var reason) -> node.put("skipped", privacy.sentence(reason, ""));
      case Projected.Ready(var wanted, _, _, var misdeclared) -> {
        var fields = node.putObject("fields");
        wanted
            .fields()
            .forEach((field, wish) -> {
              var each = fields.putObject(field.value());
              var expression = explanation.expressions().get(field);
              if (expression != null) {
                each.put("expression", expression.strip());
              }
              wanted(each, field, wish);
              explanation
                  .contact()
                  .ifPresent(contact ->
                      each.put("intercom", privacy.field(field, contact.profile().shown(field))));
            });
        misdeclared(misdeclared, node);
      }
    }
  }

  private static void misdeclared(List<Projected.Misdeclared> columns, ObjectNode node) {
    if (!columns.isEmpty()) {
      var array = node.putArray("misdeclared");
      columns.forEach(each ->
          array
              .addObject()
              .put("column", each.column())
              .put("declared", each.type())
              .put("holds", each.holds()));
    }
  }

  private void wanted(ObjectNode node, FieldName field, Wish wish) {
    switch (wish) {
      case Wish.Put(var value) -> node.put("wanted", privacy.field(field, value.shown()));
      case Wish.Clear() -> node.put("wanted", "");
      case Wish.Leave() -> node.putNull("wanted");
    }
  }
}
