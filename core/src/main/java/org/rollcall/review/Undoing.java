package org.rollcall.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Role;
import org.rollcall.model.Target;
import org.rollcall.model.ValueKind;
import org.rollcall.plan.Change;
import org.rollcall.plan.Plan;
import org.rollcall.plan.Roll;
import org.rollcall.plan.Undo;
import org.rollcall.run.Directory;
import org.rollcall.run.PlanSource;
import org.rollcall.run.Planned;
import org.rollcall.run.RunEvent;

/// Plans to take back what an earlier run did, after a look at what Intercom holds now.
public final class Undoing implements PlanSource {
  private static final String LATER_VERSION =
      "A later version of Rollcall did something here that this one does not know; nothing of it is taken back. Undo the run with that version.";

  private final Target target;
  private final List<JournaledChange> changes;
  private final Directory directory;
  private final Map<FieldName, ValueKind> kinds;

  /// @param target of that run and of this one
  /// @param changes what the earlier run did, or as much of it as shall be taken back
  /// @param kinds every mapped field and what its mapping yields
  public Undoing(
      Target target,
      List<JournaledChange> changes,
      Directory directory,
      Map<FieldName, ValueKind> kinds) {
    this.target = target;
    this.changes = List.copyOf(changes);
    this.directory = directory;
    this.kinds = Map.copyOf(kinds);
  }

  @Override
  public Planned plan(OptionalInt limit, Consumer<RunEvent> events) throws InterruptedException {
    Map<ContactId, Contact> now = new HashMap<>();
    directory.contacts(
        () -> {
          now.clear();
          return contact -> now.put(contact.id(), contact);
        },
        events);
    var undo = new Undo(id -> Optional.ofNullable(now.get(id)), kinds);
    var plan =
        new Plan(
            changes.stream().flatMap(change -> takenBack(change, undo).stream()).toList(),
            List.of());
    events.accept(new RunEvent.Planned(plan));
    return new Planned(target, plan, new Roll(Set.of(), Set.of()), users(now), 0);
  }

  /// A change that only a later version of Rollcall knows is left to that version: what is not
  /// known here cannot be taken back here.
  private static Optional<Change> takenBack(JournaledChange change, Undo undo) {
    return change.isKnown()
        ? done(change).map(undo::of)
        : Optional.of(new Change.Skip(change.member(), change.email(), LATER_VERSION));
  }

  /// What a run that broke off was about to do may have landed too, but nobody knows with what. The
  /// next sync finds out.
  private static Optional<Undo.Done> done(JournaledChange change) {
    return change
        .contact()
        .filter(_ -> !change.fields().isEmpty() || !change.archived().isEmpty())
        .map(contact ->
            new Undo.Done(
                change.member(),
                change.email(),
                contact,
                change.endedAs(SettledAs.CREATED),
                change.fields(),
                change.archived()));
  }

  private static int users(Map<ContactId, Contact> now) {
    return (int) now.values().stream().filter(each -> each.role() == Role.USER).count();
  }
}
