package org.rollcall.listing;

import java.util.Optional;
import org.rollcall.apply.Reply;
import org.rollcall.run.RunEvent;

/// The entries of one reading of the list that hold nothing where a contact should be.
///
/// Such an entry may be all that is left of a contact that went away, or hide one that is there.
/// Only the count tells: if the list shows as many contacts as Intercom counted at any time of the
/// reading, none is hidden.
final class Gaps {
  private long gaps;
  private long counted = -1;

  /// Takes one more page.
  void take(Reply.Page page) {
    gaps += page.gaps();
    counted = Math.max(counted, page.total());
  }

  /// Why a contact may be hidden; empty if none is.
  ///
  /// @param shown how many different contacts the list showed in this reading
  Optional<String> doubt(int shown) {
    if (gaps == 0 || (counted >= 0 && shown >= counted)) {
      return Optional.empty();
    }
    return Optional.of(
        counted < 0
            ? "Its list of contacts has empty entries (%d), and no count shows whether they hide anybody."
                .formatted(gaps)
            : "Its list of contacts has empty entries (%d) and shows %d contacts where it counts %d."
                .formatted(gaps, shown, counted));
  }

  /// What to tell of them once they are no trouble; empty where there are none.
  Optional<RunEvent.Warned> warning() {
    return gaps == 0
        ? Optional.empty()
        : Optional.of(
            new RunEvent.Warned(
                "Intercom's list of contacts has empty entries (%d). They were left out, because all %d contacts that it counts are there."
                    .formatted(gaps, counted)));
  }
}
