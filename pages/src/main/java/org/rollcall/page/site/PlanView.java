package org.rollcall.page.site;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rollcall.model.ComputedList;
import org.rollcall.model.Privacy;
import org.rollcall.page.Page;
import org.rollcall.page.Page.EntryRow;
import org.rollcall.page.PlanPage;
import org.rollcall.page.PlanRows;
import org.rollcall.review.PlanFilter;
import org.rollcall.review.PlanSheet;

/// A plan that somebody may approve.
///
/// @param sync whose it is
/// @param sheet what it would do
/// @param path its address
/// @param filter what of it is shown
/// @param figures its counts
/// @param members those who are shown
/// @param approval what approving it takes
public record PlanView(
    String sync,
    Page sheet,
    String path,
    Filter filter,
    List<FilterLink> figures,
    Stretch members,
    Approval approval)
    implements View {
  /// A page of more of them is no longer read.
  private static final int NOTICES = 20;

  public PlanView {
    figures = List.copyOf(figures);
  }

  /// @param path its address
  /// @param from the place of the first member who is shown, from 0
  /// @param takesBack the run that it takes back; `""` for a plan of a sync
  public static PlanView of(
      PlanSheet plan, String path, Filter filter, int from, String takesBack, Privacy privacy) {
    var rows = new PlanRows(privacy);
    var entries = plan.only(asked(filter)).entries();
    List<EntryRow> shown = new ComputedList<>(entries.size(), at -> rows.of(entries.get(at)));
    var words = EntryWords.of(filter.words());
    var places =
        Stream.iterate(0, at -> at < shown.size(), at -> at + 1)
            .filter(at -> words.areIn(shown.get(at)))
            .toList();
    List<EntryRow> found = new ComputedList<>(places.size(), at -> shown.get(places.get(at)));
    return new PlanView(
        plan.sync().value(),
        new PlanPage(privacy).of(plan, List.of()),
        path,
        filter,
        new PlanFigures(filter).of(plan),
        Stretch.of(
            found,
            from,
            path + "/members",
            filter,
            "/syncs/%s/members/".formatted(plan.sync().value())),
        Approval.of(plan, takesBack));
  }

  private static PlanFilter asked(Filter filter) {
    var kinds =
        Stream.of(PlanFilter.Kind.values())
            .filter(kind -> PlanFigures.word(kind).equals(filter.what()))
            .findFirst();
    return new PlanFilter(
        filter.field().isEmpty() ? Set.of() : Set.of(filter.field()),
        Set.of(),
        kinds.map(Set::of).orElse(Set.of()));
  }

  /// The first of what was noticed beside.
  public List<String> notices() {
    return sheet.notices().stream().limit(NOTICES).toList();
  }

  /// How many more there are.
  public int otherNotices() {
    return Math.max(0, sheet.notices().size() - NOTICES);
  }

  /// Whether it takes a run back.
  public boolean isUndo() {
    return !approval.takesBack().isEmpty();
  }

  @Override
  public String template() {
    return "plan";
  }
}
