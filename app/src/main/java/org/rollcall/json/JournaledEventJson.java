package org.rollcall.json;

import java.time.Instant;
import org.rollcall.model.Privacy;
import org.rollcall.review.EndedAs;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.SettledAs;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The events of a run as its journal has them, in the form of [RunEventJson].
///
/// @param privacy how people's data appear
public record JournaledEventJson(Privacy privacy) {
  /// What came before anybody was changed. The journal knows no time of these but the beginning.
  ///
  /// @param event `started`, `admitted` or `planned`
  public ObjectNode heading(JournaledRun run, String event, int sequence) {
    var node = event(run, sequence, run.started(), event);
    var details = (ObjectNode) node.path("details");
    switch (event) {
      case "admitted" ->
          run.target()
              .ifPresent(target ->
                  details
                      .put("roster", target.roster().value())
                      .put("workspace", target.workspace().id()));
      case "planned" ->
          run.plan().ifPresent(counts -> details.set("counts", PlanJson.counts(counts)));
      default -> details.put("basis", "intercom");
    }
    return node;
  }

  /// One member was seen to.
  public ObjectNode settled(JournaledRun run, JournaledChange change, int sequence) {
    var node = event(run, sequence, change.settled().orElseGet(run::started), "settled");
    ((ObjectNode) node.path("details"))
        .put("member", change.member().value())
        .put("outcome", change.outcome().map(SettledAs::word).orElse("unknown"))
        .put("reason", privacy.sentence(change.reason().orElse(""), ""));
    return node;
  }

  /// The run is over.
  public ObjectNode finished(JournaledRun run, int sequence) {
    var node = event(run, sequence, run.finished().orElseGet(run::started), "finished");
    var details = (ObjectNode) node.path("details");
    details.put("status", run.status().map(EndedAs::word).orElse("unknown"));
    run.reason().ifPresent(reason -> details.put("reason", privacy.sentence(reason, "")));
    run.totals().ifPresent(totals -> details.set("totals", ReportJson.totals(totals)));
    return node;
  }

  private static ObjectNode event(JournaledRun run, int sequence, Instant time, String event) {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("run", run.run())
            .put("sync", run.sync().value())
            .put("sequence", sequence)
            .put("time", time.toString())
            .put("event", event);
    node.putObject("details");
    return node;
  }
}
