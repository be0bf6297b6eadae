package org.rollcall.json;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.rollcall.model.Privacy;
import org.rollcall.plan.NoticeRecord;
import org.rollcall.review.SettledAs;
import org.rollcall.review.StoredWord;
import org.rollcall.run.EventEnvelope;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a run tells while it goes on, for programs. Names here never change their meaning.
///
/// @param privacy how people's data appear
public record RunEventJson(Privacy privacy) {
  /// `{"run", "sync", "sequence", "time", "event", "details": {…}}`.
  public ObjectNode of(EventEnvelope envelope) {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("run", envelope.run())
            .put("sync", envelope.sync().value())
            .put("sequence", envelope.sequence())
            .put("time", envelope.time().toString())
            .put("event", word(envelope.event()));
    put(envelope.event(), node.putObject("details"));
    return node;
  }

  /// What an event is called: `roster_page`.
  public static String word(RunEvent event) {
    return event
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=.)(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }

  private void put(RunEvent event, ObjectNode node) {
    switch (event) {
      case RunEvent.StoreFound(var place) -> node.put("place", place);
      case RunEvent.Missed(var events) -> node.put("events", events);
      case RunEvent.ListedAnew(var why) -> node.put("why", sentence(why));
      case RunEvent.Started(_, var basis) -> node.put("basis", StoredWord.of(basis));
      case RunEvent.RosterCounted(var total, _) -> node.put("total", total);
      case RunEvent.RosterPage(var page, var soFar) -> node.put("page", page).put("so_far", soFar);
      case RunEvent.RosterRead(var members) -> node.put("members", members);
      case RunEvent.RosterRetry(var what, var attempt, var attempts, var pause, _) ->
          again(node.put("what", sentence(what)), attempt, attempts, pause);
      case RunEvent.WorkspacePage(var soFar, var total) -> {
        node.put("so_far", soFar);
        if (total >= 0) {
          node.put("total", total);
        }
      }
      case RunEvent.Planned(var plan) -> node.set("counts", PlanJson.counts(plan.counts()));
      case RunEvent.Noticed(var notice) -> {
        var record = NoticeRecord.of(notice);
        node.put("kind", record.kind()).put("text", record.sentence(privacy));
      }
      case RunEvent.Recalled(_) -> {}
      case RunEvent.Admitted(var target) ->
          node.put("roster", target.roster().value()).put("workspace", target.workspace().id());
      case RunEvent.Intended(var changes) -> node.put("members", changes.size());
      case RunEvent.Done(var member, var deeds, _) ->
          node.put("member", member.value()).put("deeds", deeds.size());
      case RunEvent.Warned(var sentence) -> node.put("text", sentence(sentence));
      case RunEvent.Applying(var members, var changes) ->
          node.put("members", members).put("changes", changes);
      case RunEvent.Settled(var outcome, var done, var total) ->
          node.put("member", outcome.member().value())
              .put("outcome", SettledAs.of(outcome.result()).word())
              .put("reason", privacy.sentence(outcome.reason(), outcome.name()))
              .put("done", done)
              .put("total", total);
      case RunEvent.Duplicate duplicate ->
          node.put("member", duplicate.member())
              .put("contact", duplicate.contact())
              .put("archived", duplicate.archived());
      case RunEvent.RateWait(var used, var maximum, var pause) ->
          node.put("used", used).put("maximum", maximum).put("pause_seconds", seconds(pause));
      case RunEvent.GatewayRetry(var what, var why, var attempt, var attempts, var pause) ->
          again(
              node.put("what", sentence(what)).put("why", sentence(why)), attempt, attempts, pause);
      case RunEvent.BulkHanded(var handed, var total) ->
          node.put("handed", handed).put("total", total);
      case RunEvent.BulkWait(var members, var pause) ->
          node.put("members", members).put("pause_seconds", seconds(pause));
      case RunEvent.Finished(var report) -> finished(report, node);
    }
  }

  private static void again(ObjectNode node, int attempt, int attempts, Duration pause) {
    node.put("attempt", attempt).put("attempts", attempts).put("pause_seconds", seconds(pause));
  }

  private void finished(Report report, ObjectNode node) {
    node.put("status", StoredWord.of(report.status()));
    report.reason().ifPresent(reason -> node.put("reason", sentence(reason)));
    node.set("totals", ReportJson.totals(report.totals()));
  }

  private String sentence(String text) {
    return privacy.sentence(text, "");
  }

  private static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3);
  }
}
