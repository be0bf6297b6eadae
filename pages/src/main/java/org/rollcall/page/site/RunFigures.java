package org.rollcall.page.site;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.page.Tone;
import org.rollcall.review.SettledAs;
import org.rollcall.run.Totals;

/// The counts of a run. Those of one sum are links to the members whom they count.
///
/// @param filter what is shown now
record RunFigures(Filter filter) {
  List<FilterLink> of(Totals totals) {
    return Stream.of(
            link("figure.created", totals.created(), Tone.CHANGE, SettledAs.CREATED),
            link("figure.updated", totals.updated(), Tone.CHANGE, SettledAs.UPDATED),
            link("figure.failed", totals.failed(), Tone.BAD, SettledAs.FAILED),
            link("figure.skipped", totals.skipped(), Tone.WARNING, SettledAs.SKIPPED),
            plain("figure.unchanged", totals.unchanged(), Tone.GOOD),
            plain("figure.total", totals.total(), Tone.QUIET),
            link("figure.departed", totals.leavers(), Tone.WARNING, SettledAs.DEPARTED),
            plain("figure.archived", totals.duplicatesResolved(), Tone.WARNING),
            plain("figure.not-kept", totals.notKept(), Tone.WARNING))
        .filter(figure -> figure.number() > 0)
        .toList();
  }

  private FilterLink link(String key, int number, Tone tone, SettledAs ending) {
    boolean chosen = filter.what().equals(ending.word());
    var other = filter.withWhat(chosen ? "" : ending.word());
    return new FilterLink(
        Text.text(key), number, tone, other.isOpen() ? "?" : other.query(), chosen);
  }

  private static FilterLink plain(String key, int number, Tone tone) {
    return new FilterLink(Text.text(key), number, tone, "", false);
  }
}
