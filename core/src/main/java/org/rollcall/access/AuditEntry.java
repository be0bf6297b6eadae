package org.rollcall.access;

import java.time.Instant;
import org.rollcall.model.PrintableText;

/// Something that somebody did, or was kept from doing. It names no member's data and no secret.
///
/// @param time when
/// @param who did it: `ops of cron-1`, `token ci`
/// @param from where: `the command line`, or the address that a request came from
/// @param action what: `token add`, `POST /api/v1/syncs/{name}/runs`
/// @param subject on what, such as the name of a token; `""` where the action says all
/// @param ending how it ended: `done`, `begun` for what is about to be done, or the status of an
///   answer, such as `202`
public record AuditEntry(
    Instant time, String who, String from, String action, String subject, String ending) {
  /// How much of a text is kept. Some of them come from outside.
  private static final int LONGEST = 300;

  /// What is done, in the same transaction.
  public static final String DONE = "done";

  /// What is about to be done: another entry tells how it ended, unless the process did before.
  public static final String BEGUN = "begun";

  public AuditEntry {
    who = text(who);
    from = text(from);
    action = text(action);
    subject = text(subject);
    ending = text(ending);
  }

  /// The same, and how it ended.
  public AuditEntry ended(Instant at, String how) {
    return new AuditEntry(at, who, from, action, subject, how);
  }

  private static String text(String given) {
    var shown = PrintableText.of(given);
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST - 1) + "…";
  }
}
