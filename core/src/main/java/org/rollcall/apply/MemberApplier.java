package org.rollcall.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.plan.Change;
import org.rollcall.plan.Deed;
import org.rollcall.plan.DeedRecord;
import org.rollcall.plan.DeedRecord.Landing;
import org.rollcall.plan.Leeway;
import org.rollcall.plan.Match;
import org.rollcall.plan.PlannedDeeds;

/// Takes one member's change from its first request to its outcome. For one thread.
final class MemberApplier {
  private final Gateway gateway;
  private final Recovery recovery;
  private final BooleanSupplier isListOld;
  private final UnplannedArchives unplanned;
  private final PuttingAway puttingAway;
  private final DeedApplier doing;
  private Optional<String> denial = Optional.empty();

  /// Why a contact that may have to be put away could not be read.
  private Optional<String> unread = Optional.empty();

  /// @param isListOld whether a contact may be somebody else's by now
  MemberApplier(Gateway gateway, Recovery recovery, BooleanSupplier isListOld) {
    this(gateway, recovery, isListOld, List.of(), new UnplannedArchives(Leeway.UNLIMITED));
  }

  /// @param earlier what was done for the member in an earlier try of this run
  /// @param unplanned how many contacts the run may put away beside those in its plan
  MemberApplier(
      Gateway gateway,
      Recovery recovery,
      BooleanSupplier isListOld,
      List<DeedRecord> earlier,
      UnplannedArchives unplanned) {
    this.gateway = gateway;
    this.recovery = recovery;
    this.isListOld = isListOld;
    this.unplanned = unplanned;
    this.puttingAway = new PuttingAway(gateway);
    this.doing =
        new DeedApplier(
            gateway,
            isListOld,
            deed -> isDone(deed, earlier),
            reason -> denial = Optional.of(reason));
  }

  private static boolean isDone(Deed deed, List<DeedRecord> earlier) {
    return earlier.stream()
        .filter(each -> each.landing() == Landing.LANDED)
        .anyMatch(each -> PlannedDeeds.isSame(deed, each.deed()));
  }

  /// Whether nothing was asked for the member before the run was stopped.
  private static boolean isUntouched(InterruptedException interrupted, boolean asked) {
    return interrupted instanceof Unsent && !asked;
  }

  /// Why Intercom refused the token; empty while it has not.
  Optional<String> denial() {
    return denial;
  }

  /// The outcome of `change`; never throws.
  Outcome settle(Change change) {
    return switch (change) {
      case Change.Create create -> carryOut(change, Attempt.of(create));
      case Change.Update update -> carryOut(change, first(update));
      case Change.Unchanged same when same.surplus().isEmpty() ->
          Outcomes.unchanged(same.wanted(), same.contact());
      case Change.Unchanged same -> carryOut(change, Attempt.of(same));
      case Change.Revive revive -> carryOut(change, Attempt.of(revive));
      case Change.Skip skip -> Outcome.skipped(skip);
      case Change.Clash clash -> Outcomes.clashing(clash);
      case Change.Depart depart -> depart(depart);
      case Change.Restore restore -> restore(restore);
    };
  }

  /// A contact that is not known by the member's number is read first where the list is old:
  /// somebody may have given it to another since.
  private Attempt first(Change.Update update) {
    var attempt = Attempt.of(update);
    boolean adopts = update.match() != Match.EXTERNAL_ID;
    return adopts && isListOld.getAsBoolean()
        ? attempt.asking(new Request.Inspect(update.contact().id()))
        : attempt;
  }

  private Outcome depart(Change.Depart change) {
    return guarded(
        () -> doing.depart(change),
        interrupted -> stopped(change, interrupted, broken -> Outcomes.departing(change, broken)),
        broken -> Outcomes.departing(change, broken));
  }

  private Outcome restore(Change.Restore change) {
    return guarded(
        () -> doing.restore(change),
        interrupted -> stopped(change, interrupted, broken -> Outcomes.restoring(change, broken)),
        broken -> Outcomes.restoring(change, broken));
  }

  private Outcome stopped(
      Change change, InterruptedException interrupted, Function<Result, Outcome> broken) {
    return isUntouched(interrupted, doing.hasAsked())
        ? Outcomes.unreached(change)
        : broken.apply(Outcomes.broken(interrupted));
  }

  /// The outcome of `work`, or what is left of it where it breaks; never throws.
  private static Outcome guarded(
      Work work,
      Function<InterruptedException, Outcome> stopped,
      Function<Result, Outcome> broken) {
    try {
      return work.outcome();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return stopped.apply(interrupted);
    } catch (RuntimeException unforeseen) {
      return broken.apply(Outcomes.broken(unforeseen));
    }
  }

  @FunctionalInterface
  private interface Work {
    Outcome outcome() throws InterruptedException;
  }

  private Outcome carryOut(Change change, Attempt first) {
    var attempt = first;
    var requestId = "";
    boolean asked = false;
    try {
      while (true) {
        var answer = gateway.send(attempt.request());
        requestId = answer.requestId();
        asked = true;
        switch (recovery.next(attempt, answer.reply())) {
          case Step.Send(var next) -> {
            var left = leftAlone(change, attempt, next);
            if (left.isPresent()) {
              return Outcomes.of(attempt, left.get(), requestId);
            }
            attempt = next;
          }
          case Step.Done(var last, var result) -> {
            var surplus =
                new ArrayList<>(
                    stillTheirs(
                        last.leftovers().surplus(), each -> recovery.mayBePutAway(last, each)));
            surplus.addAll(
                confirmed(last.leftovers().doubtful(), each -> recovery.mayBePutAway(last, each)));
            return putAway(
                change,
                Outcomes.of(last, result, requestId),
                surplus,
                new KeptContact(last.wanted(), last::differencesFrom));
          }
          case Step.Halt(var last, var result) -> {
            denial = Optional.of(result.reason());
            return Outcomes.of(last, result, requestId);
          }
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return isUntouched(interrupted, asked)
          ? Outcomes.unreached(change)
          : Outcomes.of(attempt, Outcomes.broken(interrupted), requestId);
    } catch (RuntimeException unforeseen) {
      return Outcomes.of(attempt, Outcomes.broken(unforeseen), requestId);
    }
  }

  /// Those of the planned contacts that are the member's still. A list that is not old is believed.
  private List<Contact> stillTheirs(List<Contact> planned, Predicate<Contact> theirs)
      throws InterruptedException {
    return isListOld.getAsBoolean() ? confirmed(planned, theirs) : planned;
  }

  /// Those that are the member's still when they are read whole.
  private List<Contact> confirmed(List<Contact> doubtful, Predicate<Contact> theirs)
      throws InterruptedException {
    var confirmed = new ArrayList<Contact>();
    for (var contact : doubtful) {
      switch (gateway.send(new Request.Inspect(contact.id())).reply()) {
        case Reply.Found(var found) when theirs.test(found) -> confirmed.add(found);
        case Reply.Transient passing -> unread = Optional.of(unread(contact, passing.text()));
        case Reply _ -> {}
      }
    }
    return confirmed;
  }

  private static String unread(Contact contact, String why) {
    return "The member's contact is right, but their older contact %s could not be read to be put away: %s"
        .formatted(contact.id(), why);
  }

  /// How the member ends where another contact of theirs stands in the way, and no more may be put
  /// away; empty where the next step may be taken.
  private Optional<Result> leftAlone(Change change, Attempt before, Attempt next) {
    boolean displaces =
        next.hasSpent(Remedy.ARCHIVE_DUPLICATE) && !before.hasSpent(Remedy.ARCHIVE_DUPLICATE);
    return next.request()
        .contact()
        .filter(contact -> displaces && !isPlanned(change, contact) && !unplanned.take())
        .map(this::leftAlone);
  }

  private Result leftAlone(ContactId contact) {
    return new Result.Failed(unplanned.refusal(contact), false, Optional.empty());
  }

  private static boolean isPlanned(Change change, ContactId contact) {
    return change.surplus().stream().anyMatch(each -> each.id().equals(contact));
  }

  private Outcome putAway(Change change, Outcome outcome, List<Contact> surplus, KeptContact kept) {
    return switch (outcome.result()) {
      case Result.Created _, Result.Updated _, Result.Unchanged _ ->
          readable(surplus.isEmpty() ? outcome : putAwayAllowed(change, outcome, surplus, kept));
      case Result _ -> outcome;
    };
  }

  /// Those that the plan named, and of the others as many as may be.
  private Outcome putAwayAllowed(
      Change change, Outcome outcome, List<Contact> surplus, KeptContact kept) {
    var allowed = new ArrayList<Contact>();
    var left = new ArrayList<Contact>();
    int taken = 0;
    for (var contact : surplus) {
      boolean planned = isPlanned(change, contact.id());
      boolean goes = planned || unplanned.take();
      (goes ? allowed : left).add(contact);
      taken += goes && !planned ? 1 : 0;
    }
    var ended = puttingAway.putAway(outcome, allowed, kept);
    unplanned.giveBack(taken - unplannedOf(change, ended));
    return left.isEmpty() ? ended : ended.endingAs(leftAlone(left.getFirst().id()));
  }

  private static int unplannedOf(Change change, Outcome outcome) {
    return (int) outcome.putAway().stream().filter(each -> !isPlanned(change, each.id())).count();
  }

  private Outcome readable(Outcome outcome) {
    return unread
        .map(why -> outcome.endingAs(new Result.Failed(why, true, Optional.empty())))
        .orElse(outcome);
  }
}
