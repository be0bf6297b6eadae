package org.rollcall.json;

import org.rollcall.app.Ignores;
import org.rollcall.model.Ignored;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Who is ignored, for programs. Names here never change their meaning.
public final class IgnoresJson {
  private IgnoresJson() {}

  public static ObjectNode of(Ignores ignores) {
    var root =
        JsonNodeFactory.instance
            .objectNode()
            .put("sync", ignores.sync().value())
            .put("roster", ignores.target().roster().value())
            .put("workspace", ignores.target().workspace().id());
    var list = root.putArray("ignored");
    ignores.known().all().forEach(each -> put(ignores, each, list.addObject()));
    return root;
  }

  private static void put(Ignores ignores, Ignored each, ObjectNode node) {
    node.put("member", each.member().value())
        .put("since", each.since().toString())
        .put("until", each.until().toString())
        .put("who", each.who())
        .put("why", each.why());
    ignores
        .cause(each.member())
        .ifPresentOrElse(cause -> node.put("cause", cause), () -> node.putNull("cause"));
  }
}
