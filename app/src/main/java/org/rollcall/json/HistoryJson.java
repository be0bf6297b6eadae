package org.rollcall.json;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.ContactId;
import org.rollcall.model.Privacy;
import org.rollcall.model.Starter;
import org.rollcall.plan.Difference;
import org.rollcall.review.EndedAs;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledFight;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.SettledAs;
import org.rollcall.review.StoredWord;
import org.rollcall.review.ToldRun;
import org.rollcall.review.Unended;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Earlier runs for programs. Names here never change their meaning.
public record HistoryJson(Privacy privacy) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// `{"runs": […]}`, the latest first.
  public static ObjectNode of(List<JournaledRun> runs) {
    var root = NODES.objectNode();
    var list = root.putArray("runs");
    runs.forEach(run -> list.add(node(run)));
    return root;
  }

  /// One run and the members that it changed.
  public ObjectNode of(JournaledRun run, List<JournaledChange> changes) {
    var node = node(run);
    var list = node.putArray("members");
    changes.forEach(change -> list.add(of(change)));
    return node;
  }

  /// `{"runs": […]}`, each with what became of the member.
  public ObjectNode ofMember(List<ToldRun> runs) {
    var root = NODES.objectNode();
    var list = root.putArray("runs");
    runs.forEach(each -> list.add(of(each.run(), each.changes())));
    return root;
  }

  /// `{"fights": […]}`, those that were written most often first.
  public ObjectNode ofFights(List<JournaledFight> fights) {
    var root = NODES.objectNode();
    var list = root.putArray("fights");
    fights.forEach(each -> list.add(of(each)));
    return root;
  }

  private ObjectNode of(JournaledFight each) {
    var fight = each.fight();
    var field = fight.difference().field();
    return NODES
        .objectNode()
        .put("sync", each.sync().value())
        .put("roster", each.target().roster().value())
        .put("workspace", each.target().workspace().id())
        .put("member", fight.member().value())
        .put("field", field.value())
        .put("before", privacy.field(field, fight.difference().before()))
        .put("after", privacy.field(field, fight.difference().after()))
        .put("times", fight.times())
        .put("first", fight.first().toString())
        .put("last", fight.last().toString());
  }

  /// One run by itself.
  public static ObjectNode node(JournaledRun run) {
    var node =
        NODES
            .objectNode()
            .put("run", run.run())
            .put("sync", run.sync().value())
            .put("roster", text(run.target().map(each -> each.roster().value())))
            .put("workspace", text(run.target().map(each -> each.workspace().id())))
            .put("command", run.command())
            .put("user", text(run.starter().map(Starter::user)))
            .put("host", text(run.starter().map(Starter::host)))
            .put("trigger", text(run.starter().map(each -> StoredWord.of(each.trigger()))))
            .put("settings", run.settings())
            .put("started", run.started().toString())
            .put("finished", text(run.finished().map(Object::toString)))
            .put("status", run.status().map(EndedAs::word).orElseGet(() -> unended(run.unended())))
            .put("reason", text(run.reason()));
    run.plan().ifPresent(counts -> node.set("planned", PlanJson.counts(counts)));
    run.totals().ifPresent(totals -> node.set("totals", ReportJson.totals(totals)));
    return node;
  }

  /// How a run that never said that it ended has ended.
  public static String unended(Unended known) {
    return switch (known) {
      case RUNNING -> "running";
      case CRASHED, UNKNOWN -> "crashed";
    };
  }

  /// What one run did to one member.
  public ObjectNode of(JournaledChange change) {
    var node =
        NODES
            .objectNode()
            .put("member", change.member().value())
            .put("email", privacy.email(change.email()))
            .put("planned", change.kind().word())
            .put("outcome", text(change.outcome().map(SettledAs::word)))
            .put("reason", text(change.reason().map(text -> privacy.sentence(text, ""))))
            .put("contact", text(change.contact().map(ContactId::value)))
            .put("intended", text(change.intended().map(Object::toString)))
            .put("settled", text(change.settled().map(Object::toString)))
            .put("request_id", change.requestId());
    var remedies = node.putArray("remedies");
    change.remedies().forEach(each -> remedies.add(each.word()));
    var archived = node.putArray("archived");
    change.archived().forEach(id -> archived.add(id.value()));
    return PlanJson.fields(node, Difference.as(privacy, change.fields()));
  }

  @SuppressWarnings("NullAway") // a JSON null
  private static String text(Optional<String> text) {
    return text.orElse(null);
  }
}
