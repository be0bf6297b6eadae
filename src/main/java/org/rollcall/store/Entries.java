package org.rollcall.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.plan.Change;
import org.rollcall.plan.Counts;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;

/// What the journal writes of each event of a run.
final class Entries {
  private final String command;
  private final String settings;
  private volatile String run = "";

  Entries(String command, String settings) {
    this.command = command;
    this.settings = settings;
  }

  /// The statement for `event`; empty where it is nothing to remember.
  Optional<Consumer<Handle>> of(RunEvent event, Instant at) {
    return switch (event) {
      case RunEvent.Started(var id, _) -> {
        run = id;
        yield Optional.of(handle -> begun(handle, id, at));
      }
      case RunEvent.Planned(var plan) -> Optional.of(handle -> planned(handle, plan.counts()));
      case RunEvent.Intended(var change) -> Optional.of(handle -> intended(handle, change, at));
      case RunEvent.Settled(var outcome, _, _) when isWorthTelling(outcome) ->
          Optional.of(handle -> settled(handle, outcome, at));
      case RunEvent.Finished(var report) -> Optional.of(handle -> finished(handle, report));
      case RunEvent _ -> Optional.empty();
    };
  }

  private static boolean isWorthTelling(Outcome outcome) {
    return !(outcome.result() instanceof Result.Unchanged) || outcome.duplicatesArchived() > 0;
  }

  private void begun(Handle handle, String id, Instant at) {
    handle
        .createUpdate(
            "insert into <place>runs(run, command, settings, started)"
                + " values (:run, :command, :settings, :started)")
        .bind("run", id)
        .bind("command", command)
        .bind("settings", settings)
        .bind("started", at.toEpochMilli())
        .execute();
  }

  private void planned(Handle handle, Counts counts) {
    handle
        .createUpdate(
            "update <place>runs set planned_create = :create, planned_update = :update,"
                + " planned_unchanged = :unchanged, planned_skip = :skip,"
                + " planned_archive = :archive, planned_depart = :depart where run = :run")
        .bind("run", run)
        .bindMethods(counts)
        .execute();
  }

  private void intended(Handle handle, Change change, Instant at) {
    handle
        .createUpdate(
            "insert into <place>changes(run, member, kind, email, contact, intended)"
                + " values (:run, :member, :kind, :email, :contact, :intended)"
                + " on conflict (run, member) do update set intended = :intended")
        .bind("run", run)
        .bind("member", change.member().value())
        .bind("kind", kind(change))
        .bind("email", email(change))
        .bind("contact", contact(change))
        .bind("intended", at.toEpochMilli())
        .execute();
  }

  private void settled(Handle handle, Outcome outcome, Instant at) {
    handle
        .createUpdate(
            "insert into <place>changes(run, member, kind, email, contact, settled, outcome,"
                + " reason, remedies, archived, fields, request_id)"
                + " values (:run, :member, 'skip', :email, :contact, :settled, :outcome,"
                + " :reason, :remedies, :archived, :fields, :request)"
                + " on conflict (run, member) do update set contact = :contact,"
                + " settled = :settled, outcome = :outcome, reason = :reason,"
                + " remedies = :remedies, archived = :archived, fields = :fields,"
                + " request_id = :request")
        .bind("run", run)
        .bind("member", outcome.member().value())
        .bind("email", outcome.email())
        .bind("contact", outcome.contact().map(ContactId::value).orElse(null))
        .bind("settled", at.toEpochMilli())
        .bind("outcome", token(outcome.result()))
        .bind("reason", reason(outcome.result()))
        .bind("remedies", Fields.words(remedies(outcome)))
        .bind("archived", Fields.words(ids(outcome.putAway())))
        .bind("fields", Fields.text(outcome.differences()))
        .bind("request", outcome.requestId())
        .execute();
  }

  private static void finished(Handle handle, Report report) {
    var totals = report.totals();
    handle
        .createUpdate(
            "update <place>runs set finished = :finished, status = :status, reason = :reason,"
                + " total = :total, created = :created, updated = :updated,"
                + " unchanged = :unchanged, skipped = :skipped, failed = :failed,"
                + " duplicates = :duplicatesResolved, leavers = :leavers, calls = :calls"
                + " where run = :run")
        .bind("run", report.run())
        .bind("finished", report.finished().toEpochMilli())
        .bind("status", report.status().name().toLowerCase(Locale.ROOT))
        .bind("reason", report.reason().orElse(null))
        .bindMethods(totals)
        .bind("calls", report.requests().intercom())
        .execute();
  }

  private static String kind(Change change) {
    return switch (change) {
      case Change.Create _ -> "create";
      case Change.Update _ -> "update";
      case Change.Unchanged _ -> "archive";
      case Change.Depart _ -> "depart";
      case Change.Restore _ -> "restore";
      case Change.Skip _ -> "skip";
    };
  }

  private static String email(Change change) {
    return switch (change) {
      case Change.Create create -> create.wanted().shown(FieldName.EMAIL);
      case Change.Update update -> update.wanted().shown(FieldName.EMAIL);
      case Change.Unchanged same -> same.wanted().shown(FieldName.EMAIL);
      case Change.Depart depart -> depart.contact().profile().shown(FieldName.EMAIL);
      case Change.Restore restore -> restore.email();
      case Change.Skip skip -> skip.email();
    };
  }

  private static @Nullable String contact(Change change) {
    return switch (change) {
      case Change.Update update -> update.contact().id().value();
      case Change.Unchanged same -> same.contact().id().value();
      case Change.Depart depart -> depart.contact().id().value();
      case Change.Restore restore -> restore.contact().value();
      case Change.Create _, Change.Skip _ -> null;
    };
  }

  private static String token(Result result) {
    return switch (result) {
      case Result.Created() -> "created";
      case Result.Updated() -> "updated";
      case Result.Unchanged() -> "unchanged";
      case Result.Departed() -> "departed";
      case Result.Skipped _ -> "skipped";
      case Result.NotDone _ -> "failed";
    };
  }

  private static @Nullable String reason(Result result) {
    return switch (result) {
      case Result.Skipped(var reason) -> reason;
      case Result.NotDone notDone -> notDone.reason();
      case Result.Created _, Result.Updated _, Result.Unchanged _, Result.Departed _ -> null;
    };
  }

  private static List<String> remedies(Outcome outcome) {
    return outcome.remedies().stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static List<String> ids(List<Contact> contacts) {
    return contacts.stream().map(each -> each.id().value()).toList();
  }
}
