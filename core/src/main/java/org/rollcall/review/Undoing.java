package org.rollcall.review;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Role;
import org.rollcall.model.Target;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Visible;
import org.rollcall.plan.Change;
import org.rollcall.plan.DeedRecord;
import org.rollcall.plan.DeedRecord.Landing;
import org.rollcall.plan.PastDeed;
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
    var now = new AtomicReference<>(new Listed());
    directory.contacts(
        () -> {
          var listed = new Listed();
          now.set(listed);
          return listed::add;
        },
        events);
    var undo = new Undo(now.get(), kinds);
    var plan =
        new Plan(
            changes.stream().flatMap(change -> takenBack(change, undo).stream()).toList(),
            List.of());
    events.accept(new RunEvent.Planned(plan));
    return new Planned(target, plan, new Roll(Set.of(), Set.of()), now.get().users(), 0);
  }

  /// A change that only a later version of Rollcall knows is left to that version: what is not
  /// known here cannot be taken back here.
  private static Optional<Change> takenBack(JournaledChange change, Undo undo) {
    return change.isKnown()
        ? past(change).map(undo::of)
        : Optional.of(new Change.Skip(change.member(), change.email(), LATER_VERSION));
  }

  /// Those for whom nothing was asked of Intercom are left out.
  private static Optional<Undo.Past> past(JournaledChange change) {
    return change
        .deeds()
        .filter(deeds -> !deeds.isEmpty())
        .map(deeds ->
            new Undo.Past(
                change.member(),
                change.email(),
                deeds.stream().map(each -> settled(change, each)).toList(),
                change.intended().map(Instant::getEpochSecond).orElse(0L)));
  }

  /// Of whom was made in bulk, only the end of the run tells the contact.
  private static DeedRecord settled(JournaledChange change, DeedRecord each) {
    return each.deed() instanceof PastDeed.Create(var contact, var fields)
            && contact.isEmpty()
            && change.endedAs(SettledAs.CREATED)
        ? new DeedRecord(new PastDeed.Create(change.contact(), fields), Landing.LANDED)
        : each;
  }

  /// The workspace as it was listed.
  private static final class Listed implements Undo.Now {
    private final Map<ContactId, Contact> contacts = new HashMap<>();
    private final Map<String, Contact> numbers = new HashMap<>();

    void add(Contact contact) {
      contacts.put(contact.id(), contact);
      if (contact.role() == Role.USER) {
        contact.externalId().ifPresent(number -> add(number, contact));
      }
    }

    /// One that has the number sign for sign goes before those that only look like it.
    private void add(String number, Contact contact) {
      if (Visible.of(number).equals(number)) {
        numbers.put(number, contact);
      } else {
        numbers.putIfAbsent(Visible.of(number), contact);
      }
    }

    int users() {
      return (int) contacts.values().stream().filter(each -> each.role() == Role.USER).count();
    }

    @Override
    public Optional<Contact> contact(ContactId id) {
      return Optional.ofNullable(contacts.get(id));
    }

    @Override
    public Optional<Contact> of(MemberId member) {
      return Optional.ofNullable(numbers.get(member.value()));
    }
  }
}
