package org.rollcall.cli;

import java.util.Collection;
import java.util.List;
import org.rollcall.app.SyncPlan;
import org.rollcall.model.ComputedList;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.HiddenStatus;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Change;
import org.rollcall.plan.Counts;
import org.rollcall.plan.Deed;
import org.rollcall.plan.Difference;
import org.rollcall.plan.NoticeText;
import org.rollcall.plan.Plan;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A plan for programs: `{"counts": {…}, "changes": […], "notices": […], "mapping": {"new": […],
/// "changed": […]}, "refusal": {"objections": […], "advice"}}`.
///
/// `changes` lists all members who need a change or a remark. Members who are right already are
/// only counted. Names here never change their meaning.
record PlanJson(Privacy privacy) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// The plan, and whether a run would carry it out.
  ObjectNode of(SyncPlan made) {
    var root = of(made.plan());
    var mapping = root.putObject("mapping");
    put(made.review().mapping().added(), mapping.putArray("new"));
    put(made.review().mapping().changed(), mapping.putArray("changed"));
    made.review()
        .refusal()
        .ifPresentOrElse(
            refusal -> {
              var node = root.putObject("refusal");
              refusal.objections().forEach(node.putArray("objections")::add);
              node.put("advice", refusal.advice());
            },
            () -> root.putNull("refusal"));
    return root;
  }

  private static void put(Collection<FieldName> fields, ArrayNode names) {
    fields.forEach(field -> names.add(field.value()));
  }

  /// `changes` is a list that is computed while it is written.
  ObjectNode of(Plan plan) {
    var root = NODES.objectNode();
    root.set("counts", counts(plan.counts()));
    var changes = plan.notable();
    root.putPOJO("changes", new ComputedList<>(changes.size(), at -> change(changes.get(at))));
    var notices = root.putArray("notices");
    var text = new NoticeText(privacy);
    for (var notice : plan.notices()) {
      notices.addObject().put("kind", NoticeText.kind(notice)).put("text", text.of(notice));
    }
    return root;
  }

  static ObjectNode counts(Counts counts) {
    return NODES
        .objectNode()
        .put("total", counts.total())
        .put("create", counts.create())
        .put("update", counts.update())
        .put("unchanged", counts.unchanged())
        .put("skip", counts.skip())
        .put("archive", counts.archive())
        .put("depart", counts.depart())
        .put("revive", counts.revive())
        .put("blocked", counts.blocked());
  }

  ObjectNode change(Change change) {
    return switch (change) {
      case Change.Create(var wanted, var differences) -> {
        var node = head(change, "create", wanted.shown(FieldName.EMAIL));
        yield fields(node, Difference.as(privacy, differences));
      }
      case Change.Update(var wanted, var contact, var match, var differences, var surplus) -> {
        var node = head(change, "update", wanted.shown(FieldName.EMAIL));
        node.put("contact", contact.id().value()).put("match", Words.token(match));
        yield archive(fields(node, Difference.as(privacy, differences)), surplus);
      }
      case Change.Revive(var wanted, var contact) ->
          head(change, "revive", wanted.shown(FieldName.EMAIL))
              .put("contact", contact.id().value())
              .put("was", was(contact.status()));
      case Change.Unchanged(var wanted, var contact, var surplus) -> {
        var node = head(change, "unchanged", wanted.shown(FieldName.EMAIL));
        node.put("contact", contact.id().value());
        yield archive(node, surplus);
      }
      case Change.Skip(_, var email, var reason) ->
          head(change, "skip", email).put("reason", reason);
      case Change.Clash(var wanted, var contact, var reason) ->
          head(change, "clash", wanted.shown(FieldName.EMAIL))
              .put("contact", contact.id().value())
              .put("reason", reason);
      case Change.Depart(_, var contact, var deed) -> {
        var node = head(change, leaving(deed), contact.profile().shown(FieldName.EMAIL));
        node.put("contact", contact.id().value());
        yield fields(node, Difference.as(privacy, differences(deed)));
      }
      case Change.Restore(_, var email, var contact, var deeds, var notes, var open) -> {
        var node = head(change, "restore", email).put("contact", contact.value());
        var steps = node.putArray("deeds");
        deeds.forEach(deed -> steps.addObject().put(token(deed), deed.contact().value()));
        notes.forEach(node.putArray("notes")::add);
        open.forEach(node.putArray("open")::add);
        var written = deeds.stream().flatMap(deed -> differences(deed).stream()).toList();
        yield fields(node, Difference.as(privacy, written));
      }
    };
  }

  private static String was(HiddenStatus status) {
    return switch (status) {
      case HiddenStatus.Archived() -> "archived";
      case HiddenStatus.Blocked() -> "blocked";
      case HiddenStatus.Other(var word) -> word;
    };
  }

  private static String leaving(Deed deed) {
    return switch (deed) {
      case Deed.Write _ -> "mark_leaver";
      case Deed.Archive _ -> "archive_leaver";
      case Deed.Unarchive _, Deed.Block _, Deed.Unblock _ -> token(deed);
    };
  }

  private static String token(Deed deed) {
    return switch (deed) {
      case Deed.Write _ -> "write";
      case Deed.Archive _ -> "archive";
      case Deed.Unarchive _ -> "unarchive";
      case Deed.Block _ -> "block";
      case Deed.Unblock _ -> "unblock";
    };
  }

  private static List<Difference> differences(Deed deed) {
    return switch (deed) {
      case Deed.Write(_, _, var differences) -> differences;
      case Deed.Archive _, Deed.Unarchive _, Deed.Block _, Deed.Unblock _ -> List.of();
    };
  }

  private ObjectNode head(Change change, String action, String email) {
    return NODES
        .objectNode()
        .put("member", change.member().value())
        .put("action", action)
        .put("email", privacy.email(email));
  }

  /// `{"name": ["before", "after"]}`.
  static ObjectNode fields(ObjectNode node, List<Difference> differences) {
    var fields = node.putObject("fields");
    for (var each : differences) {
      fields.putArray(each.field().value()).add(each.before()).add(each.after());
    }
    return node;
  }

  private static ObjectNode archive(ObjectNode node, List<Contact> surplus) {
    var archive = node.putArray("archive");
    surplus.forEach(contact -> archive.add(contact.id().value()));
    return node;
  }
}
