package org.rollcall.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Remedy;
import org.rollcall.apply.Result;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Starter;
import org.rollcall.model.Target;
import org.rollcall.plan.Change;
import org.rollcall.plan.Counts;
import org.rollcall.plan.DeedRecord;
import org.rollcall.plan.PlannedDeeds;
import org.rollcall.review.EndedAs;
import org.rollcall.review.PlannedKind;
import org.rollcall.review.SettledAs;
import org.rollcall.review.StoredWord;
import org.rollcall.run.Failure;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.run.ToldNotices;

/// What the journal writes about each event of a run, which come one at a time.
final class Entries {
  private final SqlJournal.Heading heading;
  private volatile String run = "";
  private long position;

  Entries(SqlJournal.Heading heading) {
    this.heading = heading;
  }

  /// The entries for `event`; none where there is nothing to remember.
  List<Entry> of(RunEvent event, Instant at) {
    return switch (event) {
      case RunEvent.Started(var id, _) -> {
        run = id;
        yield alone(handle -> begun(handle, id, at));
      }
      case RunEvent.Admitted(var target) -> alone(handle -> admitted(handle, target));
      case RunEvent.Planned(var plan) -> alone(handle -> planned(handle, plan.counts()));
      case RunEvent.Intended(var changes) ->
          changes.stream().map(change -> intended(change, at)).toList();
      case RunEvent.Done(var member, var deeds, _) -> List.of(done(member, deeds));
      case RunEvent.Noticed _ -> notices(event).toList();
      case RunEvent.Settled(var outcome, _, _) when Report.names(outcome) ->
          Stream.concat(Stream.of(settled(outcome, at)), notices(event)).toList();
      case RunEvent.Finished(var report) -> alone(handle -> finished(handle, report));
      case RunEvent _ -> List.of();
    };
  }

  private Stream<Entry> notices(RunEvent event) {
    return ToldNotices.of(event).stream()
        .map(notice -> new Entry.OfNotice(run, ++position, notice));
  }

  private static List<Entry> alone(Consumer<Handle> statement) {
    return List.of(new Entry.Alone(statement));
  }

  private void begun(Handle handle, String id, Instant at) {
    handle
        .createUpdate(
            "insert into <place>runs(run, sync, command, settings, started, user_name, host, trigger)"
                + " values (:run, :sync, :command, :settings, :started, :user, :host, :trigger)")
        .bind("run", id)
        .bind("sync", heading.sync().value())
        .bind("command", heading.command())
        .bind("settings", heading.settings())
        .bind("user", heading.starter().map(Starter::user).orElse(null))
        .bind("host", heading.starter().map(Starter::host).orElse(null))
        .bind("trigger", heading.starter().map(Starter::trigger).map(StoredWord::of).orElse(null))
        .bind("started", at.toEpochMilli())
        .execute();
  }

  /// Writes the names of the target, too, so that the history can show them without other rows.
  private void admitted(Handle handle, Target target) {
    TargetRows.write(handle, target);
    handle
        .createUpdate("update <place>runs set target = :target where run = :run")
        .bind("target", target.key())
        .bind("run", run)
        .execute();
  }

  private void planned(Handle handle, Counts counts) {
    handle
        .createUpdate(
            "update <place>runs set planned_create = :create, planned_update = :update,"
                + " planned_unchanged = :unchanged, planned_skip = :skip,"
                + " planned_archive = :archive, planned_depart = :depart,"
                + " planned_revive = :revive, planned_blocked = :blocked where run = :run")
        .bind("run", run)
        .bindMethods(counts)
        .execute();
  }

  private Entry intended(Change change, Instant at) {
    return new Entry.OfMember(
        run,
        change.member(),
        PlannedKind.of(change).word(),
        email(change),
        contact(change),
        at.toEpochMilli(),
        Optional.empty(),
        DeedText.of(PlannedDeeds.of(change).stream().map(DeedRecord::ahead).toList()));
  }

  /// Deeds are told only of members who were begun.
  private Entry done(MemberId member, List<DeedRecord> deeds) {
    return new Entry.OfMember(
        run, member, PlannedKind.SKIP.word(), "", null, null, Optional.empty(), DeedText.of(deeds));
  }

  /// A member who was not begun was planned as a skip.
  private Entry settled(Outcome outcome, Instant at) {
    var ending =
        new Entry.Ending(
            at.toEpochMilli(),
            SettledAs.of(outcome.result()).word(),
            reason(outcome.result()),
            Failure.of(outcome).map(Failure::cause).orElse(null),
            Fields.words(remedies(outcome)),
            Fields.words(ids(outcome.putAway())),
            Fields.text(outcome.differences()),
            outcome.requestId());
    return new Entry.OfMember(
        run,
        outcome.member(),
        PlannedKind.SKIP.word(),
        outcome.email(),
        outcome.contact().map(ContactId::value).orElse(null),
        null,
        Optional.of(ending),
        null);
  }

  private static void finished(Handle handle, Report report) {
    var totals = report.totals();
    handle
        .createUpdate(
            "update <place>runs set finished = :finished, status = :status, reason = :reason,"
                + " total = :total, created = :created, updated = :updated,"
                + " unchanged = :unchanged, skipped = :skipped, failed = :failed,"
                + " duplicates = :duplicatesResolved, leavers = :leavers, not_kept = :notKept,"
                + " calls = :calls, failed_anew = :anew, failed_before = :before,"
                + " failed_ignored = :ignored, recovered = :recovered"
                + " where run = :run")
        .bind("run", report.run())
        .bind("finished", report.finished().toEpochMilli())
        .bind("status", EndedAs.of(report.status()).word())
        .bind("reason", report.reason().orElse(null))
        .bindMethods(totals)
        .bind("anew", report.news().anew().size())
        .bind("before", report.news().before().size())
        .bind("ignored", report.news().ignored().size())
        .bind("recovered", report.news().recovered().size())
        .bind("calls", report.requests().intercom())
        .execute();
  }

  private static String email(Change change) {
    return switch (change) {
      case Change.Create create -> create.wanted().shown(FieldName.EMAIL);
      case Change.Update update -> update.wanted().shown(FieldName.EMAIL);
      case Change.Unchanged same -> same.wanted().shown(FieldName.EMAIL);
      case Change.Depart depart -> depart.contact().profile().shown(FieldName.EMAIL);
      case Change.Restore restore -> restore.email();
      case Change.Clash clash -> clash.wanted().shown(FieldName.EMAIL);
      case Change.Revive revive -> revive.wanted().shown(FieldName.EMAIL);
      case Change.Skip skip -> skip.email();
    };
  }

  private static @Nullable String contact(Change change) {
    return switch (change) {
      case Change.Update update -> update.contact().id().value();
      case Change.Unchanged same -> same.contact().id().value();
      case Change.Depart depart -> depart.contact().id().value();
      case Change.Restore restore -> restore.contact().value();
      case Change.Revive revive -> revive.contact().id().value();
      case Change.Clash clash -> clash.contact().id().value();
      case Change.Create _, Change.Skip _ -> null;
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
    return outcome.remedies().stream().map(Remedy::word).toList();
  }

  private static List<String> ids(List<Contact> contacts) {
    return contacts.stream().map(each -> each.id().value()).toList();
  }
}
