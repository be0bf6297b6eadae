package org.rollcall.page.site;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rollcall.model.ComputedList;
import org.rollcall.model.Privacy;
import org.rollcall.page.Page;
import org.rollcall.page.Page.EntryRow;
import org.rollcall.page.RunPage;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunEntry;
import org.rollcall.review.RunSheet;
import org.rollcall.review.SettledAs;

/// A run that has ended, or one that goes on.
///
/// @param run how it stands
/// @param sheet what it did
/// @param filter what of it is shown
/// @param figures its counts
/// @param members those who are shown
/// @param undoable whether something of it may be taken back
public record RunView(
    RunRow run,
    Page sheet,
    Filter filter,
    List<FilterLink> figures,
    Stretch members,
    boolean undoable)
    implements View {
  public RunView {
    figures = List.copyOf(figures);
  }

  /// @param changes everybody whom the run was about
  /// @param from the place of the first member who is shown, from 0
  public static RunView of(
      JournaledRun run, List<JournaledChange> changes, Filter filter, int from, Privacy privacy) {
    var whole = RunSheet.of(run, changes);
    var sheet = new RunPage(privacy).of(whole, List.of());
    return new RunView(
        RunRow.of(run),
        sheet,
        filter,
        run.totals().map(new RunFigures(filter)::of).orElse(List.of()),
        Stretch.of(
            entries(whole.entries(), sheet.entries(), filter),
            from,
            path(run.run()) + "/members",
            filter,
            "/syncs/%s/members/".formatted(run.sync().value())),
        run.finished().isPresent() && changes.stream().anyMatch(RunView::wrote));
  }

  private static String path(String run) {
    return "/runs/" + run;
  }

  private static boolean wrote(JournaledChange change) {
    return change.deeds().filter(List::isEmpty).isEmpty();
  }

  private static List<EntryRow> entries(
      List<RunEntry> entries, List<EntryRow> rows, Filter filter) {
    Predicate<RunEntry> asked = entry -> fits(entry, filter);
    var words = EntryWords.of(filter.words());
    var places =
        Stream.iterate(0, at -> at < rows.size(), at -> at + 1)
            .filter(at -> asked.test(entries.get(at)) && words.areIn(rows.get(at)))
            .toList();
    return new ComputedList<>(places.size(), at -> rows.get(places.get(at)));
  }

  private static boolean fits(RunEntry entry, Filter filter) {
    return (filter.what().isEmpty()
            || entry.outcome().map(SettledAs::word).filter(filter.what()::equals).isPresent())
        && (filter.field().isEmpty()
            || entry.fields().stream()
                .anyMatch(each -> each.field().simpleName().equals(filter.field())));
  }

  /// Whether it goes on.
  public boolean isRunning() {
    return run.badge().equals(RunBadge.RUNNING);
  }

  @Override
  public String template() {
    return "run";
  }
}
