package org.rollcall.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Change;
import org.rollcall.plan.Difference;

/// Fields that Intercom refuses for everybody, as when an attribute is removed while a run goes on.
/// After so many members in a row they are left out for the rest.
///
/// Safe for many threads.
public final class CommonRefusals {
  /// So many members in a row, without one whose value was taken, are no accident.
  private static final int MANY = 25;

  private final GatewayListener listener;
  private final Map<FieldName, Integer> inARow = new ConcurrentHashMap<>();
  private final Set<FieldName> refused = ConcurrentHashMap.newKeySet();

  /// Why no contact is made any more.
  private final AtomicReference<Optional<String>> noCreates =
      new AtomicReference<>(Optional.empty());

  public CommonRefusals(GatewayListener listener) {
    this.listener = listener;
  }

  /// Why the workspace's plan takes no contact.
  static String ofPlan(String text) {
    return "The workspace's plan does not allow another contact: " + text;
  }

  /// The outcome of a change that is not begun, since Intercom refuses all of its kind; empty where
  /// it may be begun.
  Optional<Outcome> unbegun(Change change) {
    return change instanceof Change.Create create
        ? noCreates
            .get()
            .map(
                why -> Outcome.of(create.wanted(), new Result.Failed(why, false, Optional.empty())))
        : Optional.empty();
  }

  /// `change` without the fields that are left out for everybody.
  Change less(Change change) {
    return refused.isEmpty()
        ? change
        : switch (change) {
          case Change.Create create ->
              new Change.Create(less(create.wanted()), less(create.differences()));
          case Change.Update update -> less(update);
          case Change.Revive(var wanted, var contact) -> new Change.Revive(less(wanted), contact);
          case Change.Unchanged _,
              Change.Skip _,
              Change.Clash _,
              Change.Depart _,
              Change.Restore _ ->
              change;
        };
  }

  private Change less(Change.Update update) {
    var differences = less(update.differences());
    var wanted = less(update.wanted());
    return differences.isEmpty()
        ? new Change.Unchanged(wanted, update.contact(), update.surplus())
        : new Change.Update(
            wanted, update.contact(), update.match(), differences, update.surplus());
  }

  private Wanted less(Wanted wanted) {
    var fields = new TreeMap<FieldName, Wish>(wanted.fields());
    refused.forEach(field -> fields.put(field, new Wish.Leave()));
    return new Wanted(wanted.member(), fields, wanted.warnings());
  }

  private List<Difference> less(List<Difference> differences) {
    return differences.stream().filter(each -> !refused.contains(each.field())).toList();
  }

  /// The outcome of what [#less] left of `change`. What was left out counts as not kept.
  Outcome told(Change change, Change less, Outcome outcome) {
    note(outcome);
    if (outcome.result() instanceof Result.Failed failed
        && failed.reason().startsWith(ofPlan(""))
        && noCreates.getAndSet(Optional.of(failed.reason())).isEmpty()) {
      listener.noCreates(failed.reason());
    }
    var sent = planned(less).stream().map(Difference::field).toList();
    var told = outcome;
    for (var each : planned(change)) {
      if (!sent.contains(each.field())) {
        told = told.after(told.trail().notKeeping(each));
      }
    }
    return told;
  }

  private static List<Difference> planned(Change change) {
    return switch (change) {
      case Change.Create create -> create.differences();
      case Change.Update update -> update.differences();
      case Change.Unchanged _,
          Change.Skip _,
          Change.Clash _,
          Change.Depart _,
          Change.Restore _,
          Change.Revive _ ->
          List.of();
    };
  }

  private void note(Outcome outcome) {
    for (var field : taken(outcome)) {
      inARow.remove(field);
    }
    for (var field : outcome.leftOut()) {
      if (inARow.merge(field, 1, Integer::sum) >= MANY && refused.add(field)) {
        listener.refusedForAll(field, MANY);
      }
    }
  }

  private static List<FieldName> taken(Outcome outcome) {
    return switch (outcome.result()) {
      case Result.Created _, Result.Updated _ -> {
        var fields =
            new ArrayList<>(outcome.differences().stream().map(Difference::field).toList());
        fields.removeAll(outcome.leftOut());
        yield fields;
      }
      case Result.Unchanged _, Result.Skipped _, Result.Departed _, Result.NotDone _ -> List.of();
    };
  }
}
