package org.rollcall.json;

import java.util.Optional;
import org.rollcall.app.Brake;
import org.rollcall.model.Pause;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Whether a sync is paused, for programs. Names here never change their meaning.
public final class PauseJson {
  private PauseJson() {}

  /// @param pause the one in force; empty for none
  public static ObjectNode of(Brake brake, Optional<Pause> pause) {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("sync", brake.sync().value())
            .put("roster", brake.roster().value())
            .put("paused", pause.isPresent());
    pause.ifPresent(each -> put(each, node));
    return node;
  }

  /// A pause by itself.
  public static ObjectNode of(Pause pause) {
    var node = JsonNodeFactory.instance.objectNode();
    put(pause, node);
    return node;
  }

  static void put(Pause pause, ObjectNode node) {
    node.put("since", pause.since().toString());
    pause
        .until()
        .ifPresentOrElse(until -> node.put("until", until.toString()), () -> node.putNull("until"));
    node.put("who", pause.who()).put("why", pause.why());
  }
}
