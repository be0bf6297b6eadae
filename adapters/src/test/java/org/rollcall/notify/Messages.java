package org.rollcall.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.MemberId;
import org.rollcall.model.SyncName;
import org.rollcall.model.Tolerance;
import org.rollcall.run.Basis;
import org.rollcall.run.Failure;
import org.rollcall.run.FailureNews;
import org.rollcall.run.Report;
import org.rollcall.run.Report.Status;
import org.rollcall.run.Totals;

/// Messages about invented runs.
final class Messages {
  static final Instant NOW = Instant.parse("2026-11-23T08:08:07Z");

  private Messages() {}

  static Message of(Status status) {
    var page = Optional.of("https://reports.example.org/20261123T080000Z-1f2e.html");
    return Message.of(
        report(status), page, text -> text.replace("ana@example.org", "a***@example.org"));
  }

  /// About a run that failed for this reason.
  static Message failing(String reason) {
    return Message.of(report(Status.FAILED, Optional.of(reason)), Optional.empty(), text -> text);
  }

  private static final FailureNews NEWS =
      new FailureNews(
          List.of(
              failure("10001", "The e-mail is no address."), failure("10007", "Contact … is ….")),
          List.of(failure("10002", "The e-mail is no address.")),
          List.of(),
          List.of(new MemberId("10009")));

  private static Failure failure(String member, String cause) {
    return new Failure(new MemberId(member), cause);
  }

  private static Report report(Status status) {
    return report(status, reason(status));
  }

  private static Report report(Status status, Optional<String> reason) {
    var totals =
        switch (status) {
          case SUCCEEDED -> new Totals(20145, 23, 109, 19980, 33, 0, 12, 0);
          case PARTIAL -> new Totals(20145, 23, 106, 19980, 33, 3, 12, 0);
          case INTERRUPTED -> new Totals(40, 23, 17, 0, 0, 0, 0, 0);
          case FAILED, REFUSED, PAUSED -> Totals.NONE;
        };
    return new Report(
        SyncName.DEFAULT,
        "20261123T080000Z-1f2e",
        Optional.empty(),
        status,
        Instant.parse("2026-11-23T08:00:00Z"),
        NOW,
        Basis.INTERCOM,
        totals,
        new Report.Requests(300, 21),
        List.of(),
        reason,
        status == Status.PARTIAL ? NEWS : FailureNews.NONE,
        Tolerance.IGNORED);
  }

  private static Optional<String> reason(Status status) {
    return switch (status) {
      case SUCCEEDED, PARTIAL, INTERRUPTED -> Optional.empty();
      case FAILED -> Optional.of("Supabase did not answer <three times> & said ana@example.org.");
      case PAUSED -> Optional.of("Sync default is paused since 2026-11-22T08:00:00Z.");
      case REFUSED -> Optional.of("The plan archives 40 % of the roster.");
    };
  }
}
