package org.rollcall.intercom;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wish;
import tools.jackson.databind.JsonNode;

/// Writes bulk calls to Intercom's JSON, and reads bulk jobs from it.
final class BulkJson {
  private static final Set<String> FINISHED = Set.of("completed", "completed_with_errors");

  private BulkJson() {}

  /// The body of a bulk create.
  static String of(List<SortedMap<FieldName, Wish>> contacts, Optional<String> job) {
    var body = Json.object();
    var list = body.putArray("contacts");
    contacts.forEach(fields -> list.add(WishJson.contact(fields)));
    job.ifPresent(id -> body.putObject("job").put("id", id));
    return Json.write(body);
  }

  /// The body of a bulk update.
  static String ofUpdates(List<Request.Update> updates, Optional<String> job) {
    var body = Json.object();
    var list = body.putArray("contacts");
    updates.forEach(
        update -> list.add(WishJson.changed(update.fields()).put("id", update.id().value())));
    job.ifPresent(id -> body.putObject("job").put("id", id));
    return Json.write(body);
  }

  /// The job; empty if the JSON is not a job. A job counts as finished only when all its tasks are
  /// finished too.
  static Optional<Reply> job(JsonNode json) {
    var tasks = json.path("tasks").values();
    var finished = isFinished(json) && tasks.stream().allMatch(BulkJson::isFinished);
    int settled =
        tasks.stream()
            .filter(BulkJson::isFinished)
            .mapToInt(task -> task.path("item_count").asInt(0))
            .sum();
    return Json.id(json, "id").map(id -> new Reply.Job(id, finished, settled));
  }

  private static boolean isFinished(JsonNode node) {
    return Json.text(node, "state").filter(FINISHED::contains).isPresent();
  }
}
