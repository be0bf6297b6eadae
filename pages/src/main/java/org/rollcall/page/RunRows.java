package org.rollcall.page;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.Privacy;
import org.rollcall.page.Page.EntryRow;
import org.rollcall.review.RunEntry;
import org.rollcall.review.SettledAs;

/// The members of a run as rows of a page.
///
/// @param privacy how people's data appear
public record RunRows(Privacy privacy) {
  /// A member of a run that has ended.
  public EntryRow of(RunEntry entry) {
    return new EntryRow(
        entry.member().value(),
        privacy.email(entry.email()),
        entry.outcome().map(SettledAs::word).orElse("no end recorded"),
        entry.outcome().map(RunRows::tone).orElse(Tone.QUIET),
        new Rows(privacy).values(entry.fields()),
        details(entry));
  }

  private static Tone tone(SettledAs ending) {
    return switch (ending) {
      case CREATED, UPDATED -> Tone.CHANGE;
      case UNCHANGED -> Tone.GOOD;
      case SKIPPED, DEPARTED -> Tone.WARNING;
      case FAILED -> Tone.BAD;
      case UNKNOWN -> Tone.QUIET;
    };
  }

  private List<String> details(RunEntry entry) {
    var details = new ArrayList<String>();
    if (!entry.reason().isEmpty()) {
      details.add(privacy.sentence(entry.reason(), entry.name()));
    }
    entry.contact().ifPresent(contact -> details.add("Contact %s.".formatted(contact)));
    entry.archived().forEach(older -> details.add("Older contact %s put away.".formatted(older)));
    if (!entry.requestId().isEmpty()) {
      details.add("Intercom's request %s.".formatted(entry.requestId()));
    }
    return details;
  }
}
