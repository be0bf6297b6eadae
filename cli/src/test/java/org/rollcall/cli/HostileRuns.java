package org.rollcall.cli;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.Trigger;
import org.rollcall.plan.Difference;
import org.rollcall.plan.NoticeRecord;
import org.rollcall.review.EndedAs;
import org.rollcall.review.History;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.PlannedKind;
import org.rollcall.review.RunFilter;
import org.rollcall.review.SettledAs;
import org.rollcall.review.Unended;

/// Two runs that failed for a reason which somebody else worded.
record HostileRuns(String text) implements History {
  @Override
  public List<JournaledRun> runs(RunFilter filter, int last) {
    return List.of(told("run-2"), told("run-1"));
  }

  private JournaledRun told(String id) {
    return new JournaledRun(
        id,
        SyncName.DEFAULT,
        Optional.of(Samples.TARGET),
        "sync" + text,
        Optional.of(new Starter(text, text, Trigger.CRON)),
        text,
        Samples.EIGHT,
        Optional.of(Samples.EIGHT.plusSeconds(3)),
        Optional.of(EndedAs.FAILED),
        Optional.of(text),
        Optional.empty(),
        Optional.empty(),
        1,
        Unended.UNKNOWN);
  }

  @Override
  public Optional<JournaledRun> run(String run) {
    return run.equals("run-1") ? Optional.of(told("run-1")) : Optional.empty();
  }

  @Override
  public List<NoticeRecord> notices(String run) {
    return List.of(
        new NoticeRecord(text, text, List.of(new MemberId("10001")), text, text),
        new NoticeRecord(text, text, List.of(new MemberId("10002")), text + text, text));
  }

  @Override
  public List<JournaledChange> changes(String run) {
    return List.of(
        new JournaledChange(
            run,
            new MemberId("10001"),
            PlannedKind.UPDATE,
            text,
            Optional.of(new ContactId(text)),
            Optional.of(Samples.EIGHT),
            Optional.of(Samples.EIGHT),
            Optional.of(SettledAs.FAILED),
            Optional.of(text),
            List.of(),
            List.of(new ContactId(text)),
            List.of(new Difference(FieldName.NAME, "", text)),
            Optional.of(List.of()),
            text));
  }

  @Override
  public List<JournaledChange> changes(Target target, MemberId member, int last) {
    return changes("run-1");
  }
}
