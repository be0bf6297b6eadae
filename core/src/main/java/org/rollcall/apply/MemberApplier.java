package org.rollcall.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Difference;

/// Takes one member's change from its first request to its outcome. Safe for many threads.
final class MemberApplier {
  private final Gateway gateway;
  private final Recovery recovery;
  private final PuttingAway puttingAway;
  private final DeedApplier doing;
  private final AtomicReference<Optional<String>> denial = new AtomicReference<>(Optional.empty());

  MemberApplier(Gateway gateway, Recovery recovery) {
    this.gateway = gateway;
    this.recovery = recovery;
    this.puttingAway = new PuttingAway(gateway);
    this.doing = new DeedApplier(gateway, reason -> denial.set(Optional.of(reason)));
  }

  /// Why Intercom refused the token; empty while it has not.
  Optional<String> denial() {
    return denial.get();
  }

  /// The outcome of `change`; never throws.
  Outcome settle(Change change) {
    return switch (change) {
      case Change.Create create -> carryOut(Attempt.of(create));
      case Change.Update update -> carryOut(Attempt.of(update));
      case Change.Unchanged same ->
          putAway(
              Outcomes.unchanged(same.wanted(), same.contact()),
              same.surplus(),
              merged ->
                  updateOf(
                      merged.id(), same.wanted(), Diff.between(same.wanted(), merged.profile())));
      case Change.Skip skip -> Outcome.skipped(skip);
      case Change.Depart depart -> depart(depart);
      case Change.Restore restore -> restore(restore);
    };
  }

  private Outcome depart(Change.Depart change) {
    try {
      return doing.depart(change);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Outcomes.departing(change, Outcomes.broken(interrupted));
    } catch (RuntimeException unforeseen) {
      return Outcomes.departing(change, Outcomes.broken(unforeseen));
    }
  }

  private Outcome restore(Change.Restore change) {
    try {
      return doing.restore(change);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Outcomes.restoring(change, Outcomes.broken(interrupted));
    } catch (RuntimeException unforeseen) {
      return Outcomes.restoring(change, Outcomes.broken(unforeseen));
    }
  }

  private Outcome carryOut(Attempt first) {
    var attempt = first;
    var requestId = "";
    try {
      while (true) {
        var answer = gateway.send(attempt.request());
        requestId = answer.requestId();
        switch (recovery.next(attempt, answer.reply())) {
          case Step.Send(var next) -> attempt = next;
          case Step.Done(var last, var result) -> {
            var surplus = new ArrayList<>(last.leftovers().surplus());
            surplus.addAll(confirmed(last));
            return putAway(
                Outcomes.of(last, result, requestId),
                surplus,
                merged -> updateOf(merged.id(), last.wanted(), last.differencesFrom(merged)));
          }
          case Step.Halt(var last, var result) -> {
            denial.set(Optional.of(result.reason()));
            return Outcomes.of(last, result, requestId);
          }
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Outcomes.of(attempt, Outcomes.broken(interrupted), requestId);
    } catch (RuntimeException unforeseen) {
      return Outcomes.of(attempt, Outcomes.broken(unforeseen), requestId);
    }
  }

  /// The contacts that a search named and that are still the member's when they are read whole.
  private List<Contact> confirmed(Attempt attempt) throws InterruptedException {
    var confirmed = new ArrayList<Contact>();
    for (var contact : attempt.leftovers().doubtful()) {
      if (gateway.send(new Request.Inspect(contact.id())).reply() instanceof Reply.Found(var found)
          && recovery.mayBePutAway(attempt, found)) {
        confirmed.add(found);
      }
    }
    return confirmed;
  }

  /// What a contact needs to be right again after a lead's fields were merged into it.
  private static Optional<Request.Update> updateOf(
      ContactId contact, Wanted wanted, List<Difference> differences) {
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(new Request.Update(contact, Diff.wishes(wanted, differences)));
  }

  private Outcome putAway(
      Outcome outcome,
      List<Contact> surplus,
      Function<Contact, Optional<Request.Update>> afterMerge) {
    return switch (outcome.result()) {
      case Result.Created _, Result.Updated _, Result.Unchanged _ when !surplus.isEmpty() ->
          puttingAway.putAway(outcome, surplus, afterMerge);
      case Result _ -> outcome;
    };
  }
}
