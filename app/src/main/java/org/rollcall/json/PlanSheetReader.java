package org.rollcall.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rollcall.model.FieldName;
import org.rollcall.model.MappingChange;
import org.rollcall.model.Rate;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.plan.Counts;
import org.rollcall.review.PlanCost;
import org.rollcall.review.PlanEntry;
import org.rollcall.review.PlanNotice;
import org.rollcall.review.PlanSheet;
import org.rollcall.run.PlanRefusal;
import org.rollcall.run.PlanReview;
import tools.jackson.databind.JsonNode;

/// Reads what [PlanJson] wrote, for somebody to look at again.
final class PlanSheetReader {
  private PlanSheetReader() {}

  /// The plan in `root`; empty where something is missing or not understood.
  static Optional<PlanSheet> read(SyncName sync, Target target, JsonNode root) {
    var entries = root.path("changes").valueStream().map(PlanEntryJson::read).toList();
    var rate = Rate.parse(root.path("cost").path("rate").asString(""));
    var made = made(root);
    if (entries.contains(Optional.<PlanEntry>empty()) || rate.isEmpty() || made.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PlanSheet(
            sync,
            target,
            made.get(),
            counts(root.path("counts")),
            entries.stream().flatMap(Optional::stream).toList(),
            root.path("notices").valueStream().map(PlanSheetReader::notice).toList(),
            new PlanReview(mapping(root.path("mapping")), refusal(root.path("refusal"))),
            new PlanCost(root.path("cost").path("calls").asInt(0), rate.get()),
            root.path("orphans").asInt(0)));
  }

  private static Optional<Instant> made(JsonNode root) {
    try {
      return Optional.of(Instant.parse(root.path("made").asString("")));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Counts counts(JsonNode node) {
    return new Counts(
        node.path("create").asInt(0),
        node.path("update").asInt(0),
        node.path("unchanged").asInt(0),
        node.path("skip").asInt(0),
        node.path("archive").asInt(0),
        node.path("depart").asInt(0),
        node.path("revive").asInt(0),
        node.path("blocked").asInt(0));
  }

  private static PlanNotice notice(JsonNode node) {
    return new PlanNotice(
        node.path("kind").asString(""),
        node.path("text").asString(""),
        node.path("masked").asString(""));
  }

  private static MappingChange mapping(JsonNode node) {
    return new MappingChange(fields(node.path("new")), fields(node.path("changed")));
  }

  private static SortedSet<FieldName> fields(JsonNode names) {
    return words(names).stream()
        .filter(name -> !name.isBlank())
        .map(FieldName::new)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<PlanRefusal> refusal(JsonNode node) {
    return node.isObject()
        ? Optional.of(
            new PlanRefusal(words(node.path("objections")), node.path("advice").asString("")))
        : Optional.empty();
  }

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(each -> each.asString("")).toList();
  }
}
