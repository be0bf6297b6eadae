package org.rollcall.page.site;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rollcall.page.Tone;
import org.rollcall.review.PlanFilter.Kind;
import org.rollcall.review.PlanSheet;

/// The counts of a plan. Most are links to the members whom they count.
///
/// @param filter what is shown now
record PlanFigures(Filter filter) {
  List<FilterLink> of(PlanSheet plan) {
    var counts = plan.counts();
    return Stream.of(
            link("figure.create", counts.create(), Tone.CHANGE, Kind.CREATE),
            link("figure.update", counts.update(), Tone.CHANGE, Kind.UPDATE),
            link("figure.revive", counts.revive(), Tone.CHANGE, Kind.CREATE),
            link("figure.archive", counts.archive(), Tone.WARNING, Kind.ARCHIVE),
            link("figure.skip", counts.skip(), Tone.WARNING, Kind.SKIP),
            plain("figure.depart", counts.depart(), Tone.WARNING),
            plain("figure.blocked", counts.blocked(), Tone.WARNING),
            plain("figure.orphans", plan.orphans(), Tone.WARNING),
            plain("figure.unchanged", counts.unchanged(), Tone.GOOD),
            plain("figure.total", counts.total(), Tone.QUIET))
        .filter(figure -> figure.number() > 0)
        .toList();
  }

  /// As an address names it: `create`.
  static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private FilterLink link(String key, int number, Tone tone, Kind kind) {
    boolean chosen = filter.what().equals(word(kind));
    var other = filter.withWhat(chosen ? "" : word(kind));
    return new FilterLink(
        Text.text(key), number, tone, other.isOpen() ? "?" : other.query(), chosen);
  }

  private static FilterLink plain(String key, int number, Tone tone) {
    return new FilterLink(Text.text(key), number, tone, "", false);
  }
}
