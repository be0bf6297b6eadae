package org.rollcall.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rollcall.sandbox.BulkJobs.Deed;
import org.rollcall.sandbox.BulkJobs.State;
import org.rollcall.sandbox.BulkJobs.Task;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Creates and updates contacts in bulk. An accepted call becomes a task that is processed when it
/// is due. The API never reports the result for a single contact.
record Bulk(World world, Behaviour behaviour, ContactWrites writes) {
  private static final int MOST = 100;
  private static final Set<String> TAKEN =
      Set.of(
          "external_id",
          "email",
          "name",
          "role",
          "phone",
          "avatar",
          "language_override",
          "custom_attributes",
          "signed_up_at",
          "last_seen_at",
          "owner_id",
          "unsubscribed_from_emails");

  /// An update takes no role and no times.
  private static final Set<String> TAKEN_BY_UPDATE =
      Set.of(
          "id",
          "external_id",
          "email",
          "name",
          "phone",
          "avatar",
          "owner_id",
          "unsubscribed_from_emails",
          "language_override",
          "custom_attributes");

  /// `POST /contacts/bulk`.
  ObjectNode create(CallInput input) {
    refuseOldVersion(input);
    var items = items(input, TAKEN);
    if (behaviour.is(OpenQuestion.BulkBadItem.REFUSED_422)) {
      items.forEach(this::refuseBad);
    }
    return accept(Deed.CREATE, items, input);
  }

  /// `PUT /contacts/bulk`.
  ObjectNode update(CallInput input) {
    refuseOldVersion(input);
    if (behaviour.is(OpenQuestion.BulkUpdateCall.MISSING)) {
      throw Refusal.of(404, "not_found", "The requested resource was not found");
    }
    var items = items(input, TAKEN_BY_UPDATE);
    if (items.stream().anyMatch(item -> item.path("id").asString("").isEmpty())) {
      throw Refusal.of(422, "field_not_found", "id is required");
    }
    return accept(Deed.UPDATE, items, input);
  }

  private ObjectNode accept(Deed deed, List<ObjectNode> items, CallInput input) {
    var job = job(input);
    world.jobs().add(job, deed, items, input, input.now().plus(behaviour.bulk().takes()));
    work(input.now());
    return json(job);
  }

  /// `GET /contacts/bulk/{id}`.
  ObjectNode inspect(String id, CallInput input) {
    refuseOldVersion(input);
    if (behaviour.is(OpenQuestion.BulkJobPage.MISSING)) {
      throw Refusal.of(404, "not_found", "The requested resource was not found");
    }
    if (world.jobs().tasks(id).isEmpty()) {
      throw jobNotFound(id);
    }
    return json(id);
  }

  /// Processes the tasks that are due, and lists the contacts that are due to be listed.
  void work(Instant now) {
    world.jobs().due(now).forEach(this::work);
    world.listDue(now);
  }

  private void work(Task task) {
    var rejected = 0;
    for (var item : task.items) {
      rejected += isDone(item, task) ? 0 : 1;
    }
    task.state =
        rejected > 0 && behaviour.is(OpenQuestion.BulkPassedOver.TOLD)
            ? State.COMPLETED_WITH_ERRORS
            : State.COMPLETED;
  }

  private boolean isDone(ObjectNode item, Task task) {
    var every = behaviour.bulk().rejectsEvery();
    if (every > 0 && world.jobs().count() % every == 0) {
      return false;
    }
    return switch (task.deed) {
      case CREATE -> make(item, task);
      case UPDATE -> change(item, task);
    };
  }

  private boolean change(ObjectNode item, Task task) {
    try {
      writes.update(
          item.path("id").asString(""),
          new CallInput(task.version, item.deepCopy().without("id"), task.due));
      return true;
    } catch (Refusal _) {
      return false;
    }
  }

  /// Whether the contact was created. It is not created when a user with its external id or its
  /// e-mail exists, archived or not.
  private boolean make(ObjectNode item, Task task) {
    if (isKnown(item)) {
      return false;
    }
    try {
      var made = writes.create(new CallInput(task.version, item, task.due));
      if (behaviour.bulk().showsAfter().isPositive()) {
        var contact = world.contact(made.path("id").asString("")).orElseThrow();
        world.unlist(contact, task.due.plus(behaviour.bulk().showsAfter()));
      }
      return true;
    } catch (Refusal _) {
      return false;
    }
  }

  private boolean isKnown(ObjectNode item) {
    return !item.path("role").asString("user").equals("lead")
        && world.withEmail(item.path("email").asString("")).stream()
            .anyMatch(StoredContact::isUser);
  }

  private void refuseOldVersion(CallInput input) {
    if (!input.version().makesManyAtOnce()) {
      throw switch (behaviour.of(OpenQuestion.BulkTooOld.class)) {
        case MISSING -> Refusal.of(404, "not_found", "The requested resource was not found");
        case REFUSED ->
            Refusal.of(
                400,
                "intercom_version_invalid",
                "The requested version does not have this call: " + input.version().name());
      };
    }
  }

  /// Drops the fields that a bulk call does not accept, without an error.
  private static List<ObjectNode> items(CallInput input, Set<String> taken) {
    var contacts = input.body().path("contacts");
    if (!contacts.isArray() || contacts.isEmpty()) {
      throw Refusal.of(422, "field_not_found", "contacts is required");
    }
    if (contacts.size() > MOST) {
      throw Refusal.of(
          422, "parameter_invalid", "maximum number of contacts per request is " + MOST);
    }
    var items = new ArrayList<ObjectNode>();
    contacts.values().forEach(each -> items.add(item(each, taken)));
    return items;
  }

  private static ObjectNode item(JsonNode node, Set<String> taken) {
    if (!(node instanceof ObjectNode contact)) {
      throw Refusal.of(422, "type_mismatch", "contacts must be an array of objects");
    }
    return contact.deepCopy().retain(taken);
  }

  private void refuseBad(ObjectNode item) {
    try {
      writes.check(item);
    } catch (Refusal bad) {
      throw Refusal.of(422, "parameter_invalid", bad.text());
    }
  }

  /// The job to add to: the one in the request, or a new one.
  private String job(CallInput input) {
    var id = input.body().path("job").path("id").asString("");
    if (id.isEmpty()) {
      return world.jobs().open();
    }
    var tasks = world.jobs().tasks(id).orElseThrow(() -> jobNotFound(id));
    if (behaviour.is(OpenQuestion.BulkAppend.CLOSED) && !tasks.isEmpty()) {
      throw Refusal.of(403, "forbidden", "job " + id + " is closed for new task updates");
    }
    return id;
  }

  private static Refusal jobNotFound(String id) {
    return Refusal.of(404, "job_not_found", "job " + id + " was not found");
  }

  private ObjectNode json(String id) {
    var tasks = world.jobs().tasks(id).orElseThrow();
    var json = Json.object().put("type", "contacts.bulk.job").put("id", id);
    json.put("state", label(tasks.stream().map(task -> task.state).reduce(Bulk::slower)));
    json.put("url", "/contacts/bulk/" + id);
    var list = json.putArray("tasks");
    for (var task : tasks) {
      list.addObject()
          .put("id", task.id)
          .put("item_count", task.items.size())
          .put("state", label(Optional.of(task.state)))
          .put("created_at", task.created.getEpochSecond());
    }
    return json;
  }

  /// A job is completed when its last task is. It reports errors when one of its tasks does.
  private static State slower(State one, State other) {
    if (one == State.PENDING || other == State.PENDING) {
      return State.PENDING;
    }
    return one == State.COMPLETED ? other : one;
  }

  private static String label(Optional<State> state) {
    return state.orElse(State.PENDING).name().toLowerCase(Locale.ROOT);
  }
}
