package org.rollcall.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rollcall.apply.Applied;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.ComputedList;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.ChangesOfKind;

/// What bulk has done of a plan and what is left of it.
///
/// @param planned what is left to do
/// @param made who was made in bulk, as first planned
/// @param written whose contact was handed over to be changed in bulk, as first planned
/// @param open members whom Intercom may still make or change; nothing may be done about them now
/// @param next whether the run goes on
public record BulkResult(
    Planned planned,
    ChangesOfKind<Change.Create> made,
    ChangesOfKind<Change.Update> written,
    Set<MemberId> open,
    Next next) {
  public BulkResult {
    open = Set.copyOf(open);
  }

  /// What comes after the bulk.
  public sealed interface Next {}

  /// The rest of the plan is carried out.
  public record GoOn() implements Next {}

  /// Nobody else is begun.
  ///
  /// @param reason why the run failed; empty where it was asked to stop
  public record End(Optional<String> reason) implements Next {}

  /// Nothing was done in bulk.
  public static BulkResult nothing(Planned planned) {
    return new BulkResult(
        planned,
        ChangesOfKind.none(Change.Create.class),
        ChangesOfKind.none(Change.Update.class),
        Set.of(),
        new GoOn());
  }

  boolean isOver() {
    return next instanceof End;
  }

  /// The changes still to be carried out.
  List<Change> changes() {
    if (open.isEmpty()) {
      return planned.plan().changes();
    }
    return ComputedList.where(planned.plan().changes(), each -> !isOpen(each));
  }

  /// The outcomes of those who are left to the next run.
  List<Outcome> leftOpen() {
    var creates = ChangesOfKind.creates(planned.plan()).among(open::contains).all().stream();
    var updates = ChangesOfKind.updates(planned.plan()).among(open::contains).all().stream();
    return Stream.concat(
            creates.map(create -> undecided(create.wanted(), "made")),
            updates.map(update -> undecided(update.wanted(), "written")))
        .toList();
  }

  /// The outcome as a creation if bulk made the contact, and as an update if bulk changed it. That
  /// the contact was found right or put right afterwards is part of it.
  Outcome credited(Outcome outcome) {
    return switch (outcome.result()) {
      case Result.Unchanged _, Result.Updated _ ->
          made.of(outcome.member())
              .map(create -> created(outcome, create))
              .or(() -> written.of(outcome.member()).map(update -> updated(outcome, update)))
              .orElse(outcome);
      case Result.Created _, Result.Skipped _, Result.Departed _, Result.NotDone _ -> outcome;
    };
  }

  /// All outcomes, once the rest was carried out.
  Applied complete(Applied rest) {
    if (made.isEmpty() && written.isEmpty() && open.isEmpty() && !isOver()) {
      return rest;
    }
    var left = leftOpen();
    var others = rest.outcomes();
    var outcomes =
        new ComputedList<>(
            left.size() + others.size(),
            index ->
                index < left.size() ? left.get(index) : credited(others.get(index - left.size())));
    return new Applied(outcomes, rest.whole() && !isOver(), reason().or(rest::denial));
  }

  private Optional<String> reason() {
    return next instanceof End(var reason) ? reason : Optional.empty();
  }

  private boolean isOpen(Change change) {
    return (change instanceof Change.Create || change instanceof Change.Update)
        && open.contains(change.member());
  }

  private static Outcome undecided(Wanted wanted, String done) {
    return Outcome.of(
        wanted,
        new Result.Failed(
            "Handed to Intercom in bulk, and not seen to be %s yet; the next run finds out."
                .formatted(done),
            true,
            Optional.empty()));
  }

  private static Outcome updated(Outcome outcome, Change.Update update) {
    return outcome.endingAs(new Result.Updated()).writing(update.differences());
  }

  private static Outcome created(Outcome outcome, Change.Create create) {
    return outcome.endingAs(new Result.Created()).writing(create.differences());
  }
}
