package org.rollcall.server.schedule;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.rollcall.app.RunRequest;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.model.Trigger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A run that somebody asked for as JSON. What a request over HTTP cannot say is left out.
final class AskedRunJson {
  private AskedRunJson() {}

  static ObjectNode of(AskedRun asked) {
    var kept = JsonNodeFactory.instance.objectNode();
    kept.put("sync", asked.sync().value());
    kept.put("command", asked.request().command());
    kept.put("user", asked.starter().user());
    kept.put("host", asked.starter().host());
    kept.put("attempt", asked.attempt());
    kept.put("force", asked.request().overrides().safeguard());
    kept.put("accept_mapping", asked.request().overrides().mapping());
    switch (asked.request()) {
      case RunRequest.Everybody everybody -> {
        everybody.limit().ifPresent(limit -> kept.put("limit", limit));
        kept.put("resend", everybody.resend());
      }
      case RunRequest.Undo undo -> {
        kept.put("run", undo.run());
        undo.member().ifPresent(member -> kept.put("member", member));
      }
      case RunRequest.Chosen _ -> throw new IllegalArgumentException("A choice is not kept.");
    }
    return kept;
  }

  static AskedRun read(JsonNode kept) {
    var overrides =
        new RunRequest.Overrides(kept.path("force").asBoolean(false), false, Optional.empty())
            .meaningMapping(kept.path("accept_mapping").asBoolean(false));
    return new AskedRun(
        new SyncName(kept.path("sync").asString()),
        kept.has("run") ? undo(kept, overrides) : everybody(kept, overrides),
        new Starter(kept.path("user").asString(""), kept.path("host").asString(""), Trigger.API),
        kept.path("attempt").asInt(1));
  }

  private static RunRequest.Writing undo(JsonNode kept, RunRequest.Overrides overrides) {
    return new RunRequest.Undo(kept.path("run").asString(), text(kept.get("member")), overrides);
  }

  private static RunRequest.Writing everybody(JsonNode kept, RunRequest.Overrides overrides) {
    return new RunRequest.Everybody(
        kept.has("limit") ? OptionalInt.of(kept.path("limit").asInt()) : OptionalInt.empty(),
        OptionalInt.empty(),
        overrides,
        kept.path("resend").asBoolean(false));
  }

  private static Optional<String> text(@Nullable JsonNode node) {
    return Optional.ofNullable(node).map(JsonNode::asString);
  }
}
