package org.rollcall.server.api;

import java.util.Optional;
import org.rollcall.app.RunRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The run that a plan takes back.
///
/// @param run its id
/// @param member only what it did to this member; empty for everybody
public record UndoneRun(String run, Optional<String> member) {
  /// What is asked of the program.
  ///
  /// @param choice the part of it that is carried out; empty for all
  public RunRequest.Undo request(boolean force, Optional<RunRequest.PlanChoice> choice) {
    return new RunRequest.Undo(
        run, member, new RunRequest.Overrides(force, false, Optional.empty()), choice);
  }

  ObjectNode json() {
    var node = JsonNodeFactory.instance.objectNode().put("run", run);
    member.ifPresentOrElse(each -> node.put("member", each), () -> node.putNull("member"));
    return node;
  }

  /// What [#json] wrote; empty for anything else.
  static Optional<UndoneRun> read(JsonNode node) {
    var run = node.path("run").asString("");
    return run.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new UndoneRun(
                run, Optional.of(node.path("member").asString("")).filter(m -> !m.isEmpty())));
  }
}
