package org.rollcall.apply;

import java.util.SortedMap;
import org.rollcall.apply.FieldSearch.Next;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Role;
import org.rollcall.model.Wish;

/// What to do when Intercom refuses a write: find the fields that it does not take, write the rest,
/// and say which they were.
final class FieldRefusal {
  private final WriteCheck check;

  FieldRefusal(WriteCheck check) {
    this.check = check;
  }

  /// The step after a write of `fields` was refused.
  Step refused(Attempt attempt, SortedMap<FieldName, Wish> fields, Reply.Refused refusal) {
    var search = attempt.search();
    if (refusal.code().equals(Reply.Refused.PLAN)) {
      return Endings.refused(attempt, CommonRefusals.ofPlan(refusal.text()));
    }
    if (search.isPresent()) {
      return step(lessNamed(attempt, refusal), search.get().refused(refusal), refusal);
    }
    return attempt.hasSpent(Remedy.WITHOUT_FIELD)
        ? givenUp(attempt, refusal)
        : step(
            lessNamed(attempt.spending(Remedy.WITHOUT_FIELD), refusal),
            begin(attempt, fields, refusal),
            refusal);
  }

  /// Of a field that Intercom names itself nothing has to be found out.
  private static Attempt lessNamed(Attempt attempt, Reply.Refused refusal) {
    return refusal
        .field()
        .filter(FieldSearch::mayBeLeftOut)
        .map(field -> less(attempt, field, refusal.text()))
        .orElse(attempt);
  }

  private static Next begin(
      Attempt attempt, SortedMap<FieldName, Wish> fields, Reply.Refused refusal) {
    boolean lead = attempt.aim().filter(contact -> contact.role() == Role.LEAD).isPresent();
    return lead ? FieldSearch.beginOfLead(fields, refusal) : FieldSearch.begin(fields, refusal);
  }

  private static Step step(Attempt attempt, Next next, Reply.Refused refusal) {
    return switch (next) {
      case Next.Ask(var search) -> ask(attempt, search);
      case Next.Found(var search) ->
          new Step.Done(lessRefused(attempt, search), new Result.Unchanged());
      case Next.GivenUp() -> givenUp(attempt, refusal);
    };
  }

  /// The step after a part of the write was accepted.
  Step accepted(Attempt attempt, FieldSearch search, Contact answer) {
    var written = attempt.aim().isPresent() ? attempt : attempt.aimingAt(answer);
    return switch (search.accepted()) {
      case Next.Ask(var next) -> ask(written, next);
      case Next.Found(var next) -> check.written(lessRefused(written, next), next.taken(), answer);
      case Next.GivenUp() -> Endings.refused(written, "Intercom refuses: " + search.text());
    };
  }

  private static Step ask(Attempt attempt, FieldSearch search) {
    return Steps.send(attempt.searching(search), attempt.write(search.sent()));
  }

  /// The attempt without the fields that Intercom does not take, and a warning for each.
  private static Attempt lessRefused(Attempt attempt, FieldSearch search) {
    var left = attempt;
    for (var each : search.refused().entrySet()) {
      left = less(left, each.getKey(), each.getValue());
    }
    return left;
  }

  private static Attempt less(Attempt attempt, FieldName field, String text) {
    return attempt
        .without(field)
        .warning(
            "Intercom would not take the %s%s, so it was left out: %s"
                .formatted(field, value(attempt, field), text));
  }

  /// A phone number is not repeated.
  private static String value(Attempt attempt, FieldName field) {
    var value = attempt.wanted().shown(field);
    return value.isEmpty() || !field.isAttribute() ? "" : " \"" + value + "\"";
  }

  private static Step givenUp(Attempt attempt, Reply.Refused refusal) {
    return Endings.refused(attempt, Endings.named(refusal.field()) + refusal.text());
  }
}
