package org.rollcall.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.csv.ChangeTable;
import org.rollcall.csv.Csv;
import org.rollcall.json.HistoryJson;
import org.rollcall.model.Privacy;
import org.rollcall.model.Target;
import org.rollcall.review.EndedAs;
import org.rollcall.review.JournaledFight;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.ToldRun;
import org.rollcall.run.Totals;

/// The history as CSV, for a spreadsheet: a line of names, then a line for each run, or for each
/// field that a run wrote.
record HistoryTable(Screen screen, Privacy privacy) implements HistoryForm {
  private static final List<Object> RUN =
      List.of(
          "run",
          "command",
          "sync",
          "workspace",
          "started",
          "finished",
          "status",
          "members",
          "created",
          "updated",
          "unchanged",
          "skipped",
          "leavers",
          "failed",
          "calls",
          "reason");

  private static final List<Object> FIGHT =
      List.of("sync", "workspace", "member", "field", "before", "after", "times", "first", "last");

  @Override
  public void runs(List<JournaledRun> runs, List<Failing> failing) {
    print(RUN, runs.stream().map(this::line));
  }

  @Override
  public void run(ToldRun run) {
    member(List.of(run));
  }

  @Override
  public void member(List<ToldRun> runs) {
    var table = new ChangeTable(privacy);
    print(
        ChangeTable.COLUMNS,
        runs.stream()
            .flatMap(each ->
                each.changes().stream().flatMap(change -> table.cells(each.run(), change))));
  }

  @Override
  public void fights(List<JournaledFight> fights) {
    print(FIGHT, fights.stream().map(this::line));
  }

  private List<Object> line(JournaledRun run) {
    var totals = run.totals().orElse(Totals.NONE);
    return List.of(
        run.run(),
        run.command(),
        run.sync(),
        run.target().map(Target::workspace).map(each -> each.id()).orElse(""),
        run.started(),
        or(run.finished()),
        run.status().map(EndedAs::word).orElseGet(() -> HistoryJson.unended(run.unended())),
        totals.total(),
        totals.created(),
        totals.updated(),
        totals.unchanged(),
        totals.skipped(),
        totals.leavers(),
        totals.failed(),
        run.calls(),
        run.reason().map(reason -> privacy.sentence(reason, "")).orElse(""));
  }

  private List<Object> line(JournaledFight each) {
    var fight = each.fight();
    var field = fight.difference().field();
    return List.of(
        each.sync(),
        each.target().workspace().id(),
        fight.member(),
        field,
        privacy.field(field, fight.difference().before()),
        privacy.field(field, fight.difference().after()),
        fight.times(),
        fight.first(),
        fight.last());
  }

  private static String or(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  private void print(List<?> names, Stream<List<Object>> lines) {
    Stream.concat(Stream.of(names), lines).map(Csv::line).forEach(screen::println);
  }
}
