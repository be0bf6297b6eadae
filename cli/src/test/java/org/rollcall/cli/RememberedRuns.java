package org.rollcall.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.apply.Remedy;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.plan.Counts;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Notice;
import org.rollcall.plan.NoticeRecord;
import org.rollcall.review.EndedAs;
import org.rollcall.review.History;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.PlannedKind;
import org.rollcall.review.RunFilter;
import org.rollcall.review.SettledAs;
import org.rollcall.review.Unended;
import org.rollcall.run.Totals;

/// Three nights: two on which the same member failed, and one that broke off.
final class RememberedRuns implements History {
  private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");

  @Override
  public List<JournaledRun> runs(RunFilter filter, int last) {
    return all().stream()
        .filter(filter::includes)
        .filter(run -> filter.member().isEmpty() || isTold(run, filter))
        .limit(last)
        .toList();
  }

  private boolean isTold(JournaledRun run, RunFilter filter) {
    return changes(run.run()).stream().anyMatch(filter::includes);
  }

  private static List<JournaledRun> all() {
    return List.of(
        run("run-3", 0, EndedAs.PARTIAL),
        run("run-2", 86_400, EndedAs.PARTIAL),
        new JournaledRun(
            "run-1",
            SyncName.DEFAULT,
            Optional.empty(),
            "sync",
            Optional.empty(),
            "0123456789abcdef",
            EIGHT.minusSeconds(172_800),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Unended.UNKNOWN));
  }

  private static JournaledRun run(String id, int before, EndedAs status) {
    var started = EIGHT.minusSeconds(before);
    return new JournaledRun(
        id,
        new SyncName("north"),
        Optional.of(Samples.TARGET),
        "sync",
        Optional.of(Samples.STARTER),
        "0123456789abcdef",
        started,
        Optional.of(started.plusMillis(34_250)),
        Optional.of(status),
        Optional.empty(),
        Optional.of(new Counts(1, 2, 20_120, 0, 1, 0)),
        Optional.of(new Totals(20_123, 1, 0, 20_120, 0, 2, 1, 0)),
        312,
        Unended.UNKNOWN);
  }

  @Override
  public Optional<JournaledRun> run(String run) {
    return runs(RunFilter.ALL, 3).stream().filter(each -> each.run().equals(run)).findFirst();
  }

  @Override
  public List<NoticeRecord> notices(String run) {
    return Stream.of(
            new Notice.Mapping(
                new MemberId("10004"), "phone is left alone: '800 unknown' is no phone number."),
            new Notice.Mapping(
                new MemberId("10011"), "phone is left alone: '12' is no phone number."),
            new Notice.SharedEmail(
                "home@example.org", List.of(new MemberId("10012"), new MemberId("10013"))))
        .map(NoticeRecord::of)
        .toList();
  }

  @Override
  public List<JournaledChange> changes(String run) {
    var started = run(run).orElseThrow().started();
    var created =
        new JournaledChange(
            run,
            new MemberId("10001"),
            PlannedKind.CREATE,
            "ana@example.org",
            Optional.of(new ContactId("c-1")),
            Optional.of(started.plusSeconds(20)),
            Optional.of(started.plusSeconds(21)),
            Optional.of(SettledAs.CREATED),
            Optional.empty(),
            List.of(Remedy.INSPECT, Remedy.UNARCHIVE),
            List.of(new ContactId("c-1-old")),
            List.of(
                new Difference(FieldName.EMAIL, "", "ana@example.org"),
                new Difference(FieldName.attribute("region"), "", "GL")),
            Optional.of(List.of()),
            "000ab1");
    return switch (run) {
      case "run-3" ->
          List.of(created, failed(run, "10002", started), failed(run, "10003", started));
      case "run-2" -> List.of(failed(run, "10003", started));
      default -> List.of();
    };
  }

  private static JournaledChange failed(String run, String member, Instant started) {
    return new JournaledChange(
        run,
        new MemberId(member),
        PlannedKind.UPDATE,
        "m%s@example.org".formatted(member),
        Optional.of(new ContactId("c-" + member)),
        Optional.of(started.plusSeconds(20)),
        Optional.of(started.plusSeconds(21)),
        Optional.of(SettledAs.FAILED),
        Optional.of(
            "Contact c-%s9 belongs to member %s9 and was not touched.".formatted(member, member)),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(List.of()),
        "000ab2");
  }

  @Override
  public List<JournaledChange> changes(Target target, MemberId member, int last) {
    return changes("run-3").stream().filter(each -> each.member().equals(member)).toList();
  }
}
