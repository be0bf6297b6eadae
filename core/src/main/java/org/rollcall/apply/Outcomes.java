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
  private static final Result NOT_REACHED =
      new Result.Skipped("Not reached: the run was stopped before this member.");

  private Outcomes() {}

  static Outcome unchanged(Wanted wanted, Contact contact) {
    return Outcome.of(wanted, new Result.Unchanged()).on(contact.id());
  }

  static Outcome unreached(Change change) {
    return switch (change) {
      case Change.Create create -> Outcome.of(create.wanted(), NOT_REACHED);
      case Change.Update update ->
          Outcome.of(update.wanted(), NOT_REACHED).on(update.contact().id());
      case Change.Unchanged unchanged -> unchanged(unchanged.wanted(), unchanged.contact());
      case Change.Revive revive ->
          Outcome.of(revive.wanted(), NOT_REACHED).on(revive.contact().id());
      case Change.Skip skip -> Outcome.skipped(skip);
      case Change.Clash clash -> Outcome.of(clash.wanted(), NOT_REACHED).on(clash.contact().id());
      case Change.Depart depart -> departing(depart, NOT_REACHED);
      case Change.Restore restore -> restoring(restore, NOT_REACHED);
    };
  }

  /// Whether nothing was asked for the member, since the run was stopped before.
  static boolean isUnreached(Outcome outcome) {
    return outcome.result().equals(NOT_REACHED);
  }

  static Outcome clashing(Change.Clash clash) {
    return Outcome.of(clash.wanted(), new Result.IdentityClash(clash.reason()))
        .on(clash.contact().id());
  }

  static Outcome departing(Change.Depart depart, Result result) {
    var profile = depart.contact().profile();
    var email = profile.shown(FieldName.EMAIL);
    return Outcome.of(depart.member(), email, profile.shown(FieldName.NAME), result)
        .on(depart.contact().id())
        .writing(differences(depart.deed()));
  }

  static Outcome restoring(Change.Restore restore, Result result) {
    var deeds = restore.deeds().stream();
    return Outcome.of(restore.member(), restore.email(), "", result)
        .on(restore.contact())
        .writing(deeds.flatMap(deed -> differences(deed).stream()).toList());
  }

  private static List<Difference> differences(Deed deed) {
    return switch (deed) {
      case Deed.Write(_, _, var differences) -> differences;
      case Deed.Archive _, Deed.Unarchive _, Deed.Block _, Deed.Unblock _ -> List.of();
    };
  }

  static Outcome of(Attempt attempt, Result result, String requestId) {
    var outcome =
        Outcome.of(attempt.wanted(), result)
            .writing(attempt.differences())
            .after(attempt.trail())
            .lastAsked(requestId);
    return attempt.target().map(outcome::on).orElse(outcome);
  }

  /// The member was in flight when something broke: what was sent last may have landed.
  static Result broken(Exception cause) {
    var reason =
        cause instanceof InterruptedException
            ? "The run was stopped while this member was in flight."
            : "Rollcall met something it does not know; please report it.";
    return new Result.Failed(reason, true, Optional.of(cause));
  }
}
