package org.rollcall.json;

import java.util.List;
import java.util.Optional;
import org.rollcall.app.SyncPlan;
import org.rollcall.model.Privacy;
import org.rollcall.model.RosterName;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.Workspace;
import org.rollcall.review.PlanNotice;
import org.rollcall.review.ReviewedPlan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A plan as it is kept until somebody has reviewed it. It names people.
public final class PlanDocument {
  private static final int FORMAT = 3;

  private PlanDocument() {}

  /// Everything that a reviewer has to know of a plan, and everything that says later whether it
  /// still holds.
  public static ObjectNode of(SyncPlan made) {
    var sheet = made.sheet();
    var root = new PlanJson(Privacy.SHOW).of(sheet);
    mask(root, sheet.notices());
    var workspace = made.target().workspace();
    return JsonNodeFactory.instance
        .objectNode()
        .put("format", FORMAT)
        .put("sync", made.sync().value())
        .put("settings", made.settings())
        .put("made", made.made().toString())
        .put("roster", made.target().roster().value())
        .put("workspace", workspace.id())
        .put("workspace_name", workspace.name())
        .setAll(root);
  }

  /// The plan that [#of] wrote; empty where another program, or another version, wrote it.
  public static Optional<ReviewedPlan> read(JsonNode root) {
    var sync = root.path("sync").asString("");
    if (root.path("format").asInt(0) != FORMAT
        || !root.path("changes").isArray()
        || !SyncName.isName(sync)) {
      return Optional.empty();
    }
    return PlanSheetReader.read(new SyncName(sync), target(root), root)
        .map(sheet -> new ReviewedPlan(root.path("settings").asString(""), sheet));
  }

  /// Whoever looks at it may want to see it without people.
  private static void mask(ObjectNode root, List<PlanNotice> notices) {
    var at = notices.iterator();
    for (var node : root.path("notices")) {
      ((ObjectNode) node).put("masked", at.next().masked());
    }
  }

  private static Target target(JsonNode root) {
    return new Target(
        new RosterName(root.path("roster").asString("")),
        new Workspace(
            root.path("workspace").asString(""), root.path("workspace_name").asString(""), ""));
  }
}
