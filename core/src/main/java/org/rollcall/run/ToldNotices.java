package org.rollcall.run;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.plan.NoticeRecord;

/// What an event tells the operator of members for whom it changes nothing.
public final class ToldNotices {
  private ToldNotices() {}

  /// What is to be remembered of it, in order; most events have none.
  public static List<NoticeRecord> of(RunEvent event) {
    return switch (event) {
      case RunEvent.Noticed(var notice) -> List.of(NoticeRecord.of(notice));
      case RunEvent.Settled(var outcome, _, _) -> of(outcome);
      case RunEvent _ -> List.of();
    };
  }

  private static List<NoticeRecord> of(Outcome outcome) {
    var warnings = outcome.warnings().stream().map(text -> of(NoticeRecord.WARNING, outcome, text));
    return Stream.concat(warnings, skip(outcome)).toList();
  }

  private static Stream<NoticeRecord> skip(Outcome outcome) {
    return outcome.result() instanceof Result.Skipped(var reason)
        ? Stream.of(of(NoticeRecord.SKIP, outcome, reason))
        : Stream.empty();
  }

  private static NoticeRecord of(String kind, Outcome outcome, String sentence) {
    return NoticeRecord.of(kind, outcome.member(), outcome.name(), sentence);
  }
}
