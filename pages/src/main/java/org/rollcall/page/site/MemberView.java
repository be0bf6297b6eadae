package org.rollcall.page.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Privacy;
import org.rollcall.page.Page.EntryRow;
import org.rollcall.page.RunRows;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.RunEntry;

/// One member: how they stand, and what happened to them.
///
/// @param number their number
/// @param now how both sides have them now; empty where nobody has looked yet
/// @param past the latest runs that were about them, the latest first
/// @param ignored why their failing is expected, as a sentence; `""` where it is not
public record MemberView(
    String sync, String number, Optional<MemberNow> now, List<PastRow> past, String ignored)
    implements View {
  /// What one run did to them.
  ///
  /// @param when when it did; [Instant#EPOCH] where that is not known
  public record PastRow(String run, Instant when, EntryRow entry) {
    /// What a run did, people as `privacy` allows.
    public static PastRow of(JournaledChange change, Privacy privacy) {
      return new PastRow(
          change.run(),
          change.settled().or(change::intended).orElse(Instant.EPOCH),
          new RunRows(privacy).of(RunEntry.of(change)));
    }

    /// Whether it is known when it did.
    public boolean hasTime() {
      return !when.equals(Instant.EPOCH);
    }
  }

  public MemberView {
    past = List.copyOf(past);
  }

  @Override
  public String template() {
    return "member";
  }
}
