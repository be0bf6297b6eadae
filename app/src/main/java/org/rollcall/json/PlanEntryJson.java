package org.rollcall.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.HiddenStatus;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Leaver;
import org.rollcall.plan.Match;
import org.rollcall.review.PlanAction;
import org.rollcall.review.PlanEntry;
import org.rollcall.review.PlanStep;
import org.rollcall.review.StoredWord;
import org.rollcall.review.SurplusContact;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One change of a plan as JSON.
///
/// @param privacy how people's data appear in what is written
public record PlanEntryJson(Privacy privacy) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  public ObjectNode write(PlanEntry entry) {
    var node =
        NODES
            .objectNode()
            .put("member", entry.member().value())
            .put("action", entry.action().word())
            .put("email", privacy.email(entry.email()));
    switch (entry) {
      case PlanEntry.Create _ -> fields(node, entry);
      case PlanEntry.Update update -> {
        node.put("contact", update.contact().value()).put("match", StoredWord.of(update.match()));
        surplus(fields(node, entry), entry.surplus());
      }
      case PlanEntry.Revive(_, _, var contact, var was) ->
          node.put("contact", contact.value()).put("was", was.word());
      case PlanEntry.Unchanged(_, _, var contact, var surplus) ->
          surplus(node.put("contact", contact.value()), surplus);
      case PlanEntry.Skip(_, _, var reason) -> node.put("reason", reason);
      case PlanEntry.Clash(_, _, var contact, var reason) ->
          node.put("contact", contact.value()).put("reason", reason);
      case PlanEntry.Depart(_, _, var contact, _, _) ->
          fields(node.put("contact", contact.value()), entry);
      case PlanEntry.Restore restore -> {
        node.put("contact", restore.contact().value());
        var steps = node.putArray("deeds");
        restore
            .steps()
            .forEach(step -> steps.addObject().put(step.kind().word(), step.contact().value()));
        restore.notes().forEach(node.putArray("notes")::add);
        restore.open().forEach(node.putArray("open")::add);
        fields(node, entry);
      }
    }
    return node;
  }

  private ObjectNode fields(ObjectNode node, PlanEntry entry) {
    return PlanJson.fields(node, Difference.as(privacy, entry.fields()));
  }

  /// `archive` has the ids alone, `older` what a person has to know of them.
  private void surplus(ObjectNode node, List<SurplusContact> surplus) {
    var archive = node.putArray("archive");
    surplus.forEach(contact -> archive.add(contact.contact().value()));
    var older = node.putArray("older");
    for (var contact : surplus) {
      older
          .addObject()
          .put("contact", contact.contact().value())
          .put("email", privacy.email(contact.email()))
          .put("created_at", contact.created());
    }
  }

  /// The change that [#write] wrote; empty for anything else. Of what takes a run back, the first
  /// step that writes has all the fields.
  public static Optional<PlanEntry> read(JsonNode node) {
    var member = node.path("member").asString("");
    return member.isBlank()
        ? Optional.empty()
        : StoredWord.meaning(node.path("action").asString(""), List.of(PlanAction.values()))
            .flatMap(action -> read(action, new MemberId(member), node));
  }

  private static Optional<PlanEntry> read(PlanAction action, MemberId member, JsonNode node) {
    var email = node.path("email").asString("");
    var reason = node.path("reason").asString("");
    return switch (action) {
      case CREATE -> Optional.of(new PlanEntry.Create(member, email, fields(node)));
      case SKIP -> Optional.of(new PlanEntry.Skip(member, email, reason));
      case UPDATE ->
          contact(node)
              .flatMap(contact ->
                  match(node)
                      .map(match ->
                          new PlanEntry.Update(
                              member, email, contact, match, fields(node), surplus(node))));
      case REVIVE ->
          contact(node)
              .map(contact ->
                  new PlanEntry.Revive(
                      member, email, contact, HiddenStatus.meaning(node.path("was").asString(""))));
      case UNCHANGED ->
          contact(node)
              .map(contact -> new PlanEntry.Unchanged(member, email, contact, surplus(node)));
      case CLASH ->
          contact(node).map(contact -> new PlanEntry.Clash(member, email, contact, reason));
      case MARK_LEAVER -> departure(member, email, PlanStep.Kind.WRITE, Leaver.INELIGIBLE, node);
      case ARCHIVE_LEAVER ->
          departure(member, email, PlanStep.Kind.ARCHIVE, Leaver.INELIGIBLE, node);
      case MARK_ORPHAN -> departure(member, email, PlanStep.Kind.WRITE, Leaver.ORPHAN, node);
      case ARCHIVE_ORPHAN -> departure(member, email, PlanStep.Kind.ARCHIVE, Leaver.ORPHAN, node);
      case RESTORE -> contact(node).flatMap(contact -> restore(member, email, contact, node));
    };
  }

  private static Optional<PlanEntry> restore(
      MemberId member, String email, ContactId contact, JsonNode node) {
    var steps = new ArrayList<PlanStep>();
    for (var deed : node.path("deeds")) {
      var step = deed.propertyStream().findFirst().flatMap(PlanEntryJson::step);
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.get());
    }
    writing(steps, fields(node));
    return Optional.of(
        new PlanEntry.Restore(
            member, email, contact, steps, words(node.path("notes")), words(node.path("open"))));
  }

  private static Optional<PlanStep> step(Map.Entry<String, JsonNode> deed) {
    var contact = deed.getValue().asString("");
    return contact.isBlank()
        ? Optional.empty()
        : StoredWord.meaning(deed.getKey(), List.of(PlanStep.Kind.values()))
            .map(kind -> new PlanStep(kind, new ContactId(contact), List.of()));
  }

  /// Gives the first step that writes the fields.
  private static void writing(List<PlanStep> steps, List<Difference> fields) {
    for (int at = 0; at < steps.size(); at++) {
      var step = steps.get(at);
      if (step.kind() == PlanStep.Kind.WRITE) {
        steps.set(at, new PlanStep(step.kind(), step.contact(), fields));
        return;
      }
    }
  }

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(each -> each.asString("")).toList();
  }

  private static Optional<PlanEntry> departure(
      MemberId member, String email, PlanStep.Kind kind, Leaver leaver, JsonNode node) {
    return contact(node)
        .map(contact ->
            new PlanEntry.Depart(
                member, email, contact, new PlanStep(kind, contact, fields(node)), leaver));
  }

  private static Optional<ContactId> contact(JsonNode node) {
    var id = node.path("contact").asString("");
    return id.isBlank() ? Optional.empty() : Optional.of(new ContactId(id));
  }

  private static Optional<Match> match(JsonNode node) {
    return StoredWord.meaning(node.path("match").asString(""), List.of(Match.values()));
  }

  private static List<Difference> fields(JsonNode node) {
    return node.path("fields")
        .propertyStream()
        .filter(field -> !field.getKey().isBlank())
        .map(field ->
            new Difference(
                new FieldName(field.getKey()),
                field.getValue().path(0).asString(""),
                field.getValue().path(1).asString("")))
        .toList();
  }

  private static List<SurplusContact> surplus(JsonNode node) {
    return node.path("older")
        .valueStream()
        .flatMap(older ->
            contact(older).stream()
                .map(contact ->
                    new SurplusContact(
                        contact,
                        older.path("email").asString(""),
                        older.path("created_at").asLong(0))))
        .toList();
  }
}
