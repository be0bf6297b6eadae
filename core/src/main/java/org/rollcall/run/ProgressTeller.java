package org.rollcall.run;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.rollcall.apply.Outcome;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Change;
import org.rollcall.plan.Plan;

/// Tells each outcome as it comes, and for duplicates which was kept and which put away.
final class ProgressTeller {
  private final Map<MemberId, Contact> kept = new HashMap<>();
  private final int total;
  private final Consumer<RunEvent> events;
  private int done;

  ProgressTeller(Plan plan, Consumer<RunEvent> events) {
    this.total = plan.changes().size();
    this.events = events;
    plan.notable().forEach(this::remember);
  }

  void settled(Outcome outcome) {
    done++;
    if (!outcome.putAway().isEmpty()) {
      tellDuplicates(outcome);
    }
    events.accept(new RunEvent.Settled(outcome, done, total));
  }

  private void remember(Change change) {
    switch (change) {
      case Change.Update update when !update.surplus().isEmpty() ->
          kept.put(change.member(), update.contact());
      case Change.Unchanged same when !same.surplus().isEmpty() ->
          kept.put(change.member(), same.contact());
      case Change.Create _,
          Change.Update _,
          Change.Unchanged _,
          Change.Skip _,
          Change.Clash _,
          Change.Depart _,
          Change.Restore _,
          Change.Revive _ -> {}
    }
  }

  private void tellDuplicates(Outcome outcome) {
    var keeper = kept.get(outcome.member());
    if (keeper != null && outcome.contact().filter(keeper.id()::equals).isPresent()) {
      events.accept(duplicate(outcome, keeper, false));
    }
    outcome.putAway().forEach(contact -> events.accept(duplicate(outcome, contact, true)));
  }

  private static RunEvent duplicate(Outcome outcome, Contact contact, boolean archived) {
    return new RunEvent.Duplicate(
        outcome.member().value(),
        contact.id().value(),
        contact.profile().shown(FieldName.NAME),
        contact.profile().shown(FieldName.EMAIL),
        contact.createdAt(),
        archived);
  }
}
