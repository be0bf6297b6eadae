package org.rollcall.json;

import org.rollcall.model.Privacy;
import org.rollcall.review.FieldChanges;
import org.rollcall.review.PlanSummary;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a plan comes to, for programs.
///
/// @param privacy how people's data appear
record PlanSummaryJson(Privacy privacy) {
  /// A field that is different for everybody would fill the file with what `changes` has anyway.
  private static final int PAIRS = 50;

  ObjectNode of(PlanSummary summary) {
    var root = JsonNodeFactory.instance.objectNode();
    var fields = root.putArray("fields");
    summary.fields().forEach(each -> fields.add(field(each)));
    var skipped = root.putArray("skipped");
    summary
        .skipped()
        .forEach(
            each -> skipped.addObject().put("reason", each.text()).put("members", each.members()));
    return root;
  }

  private ObjectNode field(FieldChanges field) {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("field", field.field().value())
            .put("contacts", field.contacts())
            .put("filled", field.filled())
            .put("emptied", field.emptied());
    var values = node.putArray("values");
    field.frequent(privacy, PAIRS).forEach(pair -> values.add(pair(pair)));
    return node;
  }

  private static ObjectNode pair(FieldChanges.Pair pair) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("before", pair.change().before())
        .put("after", pair.change().after())
        .put("contacts", pair.contacts());
  }
}
