package org.rollcall.apply;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.Deed;
import org.rollcall.plan.Difference;

/// The outcomes of members for whom nothing was asked, and of attempts.
final class Outcomes {
  private static final String NOT_REACHED = "Not reached: the run was stopped before this member.";

  private Outcomes() {}

  static Outcome unchanged(Wanted wanted, Contact contact) {
    return Outcome.untouched(wanted, new Result.Unchanged(), Optional.of(contact.id()));
  }

  static Outcome unreached(Change change) {
    return switch (change) {
      case Change.Create create ->
          Outcome.untouched(create.wanted(), new Result.Skipped(NOT_REACHED), Optional.empty());
      case Change.Update update ->
          Outcome.untouched(
              update.wanted(), new Result.Skipped(NOT_REACHED), Optional.of(update.contact().id()));
      case Change.Unchanged unchanged -> unchanged(unchanged.wanted(), unchanged.contact());
      case Change.Skip skip -> Outcome.skipped(skip);
      case Change.Depart depart -> departing(depart, new Result.Skipped(NOT_REACHED), "");
      case Change.Restore restore -> restoring(restore, new Result.Skipped(NOT_REACHED), "");
    };
  }

  static Outcome departing(Change.Depart depart, Result result, String requestId) {
    var profile = depart.contact().profile();
    return new Outcome(
        depart.member(),
        profile.shown(FieldName.EMAIL),
        profile.shown(FieldName.NAME),
        result,
        Optional.of(depart.contact().id()),
        differences(depart.deed()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        requestId);
  }

  static Outcome restoring(Change.Restore restore, Result result, String requestId) {
    return new Outcome(
        restore.member(),
        restore.email(),
        "",
        result,
        Optional.of(restore.contact()),
        restore.deeds().stream().flatMap(deed -> differences(deed).stream()).toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        requestId);
  }

  private static List<Difference> differences(Deed deed) {
    return switch (deed) {
      case Deed.Write(_, _, var differences) -> differences;
      case Deed.Archive _, Deed.Unarchive _ -> List.of();
    };
  }

  static Outcome of(Attempt attempt, Result result, String requestId) {
    var wanted = attempt.wanted();
    return new Outcome(
        wanted.member(),
        wanted.shown(FieldName.EMAIL),
        wanted.shown(FieldName.NAME),
        result,
        attempt.target(),
        attempt.differences(),
        attempt.trail().spent(),
        attempt.trail().warnings(),
        attempt.trail().notKept(),
        List.of(),
        requestId);
  }

  /// The member was in flight when something broke: what was sent last may have landed.
  static Result broken(Exception cause) {
    var reason =
        cause instanceof InterruptedException
            ? "The run was stopped while this member was in flight."
            : "Rollcall met something it does not know (%s); please report it."
                .formatted(cause.getClass().getSimpleName());
    return new Result.Failed(reason, true, Optional.of(cause));
  }
}
