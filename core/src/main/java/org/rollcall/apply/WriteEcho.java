package org.rollcall.apply;

import java.util.Map;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wish;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Difference;

/// Compares the answer to a write with what was sent: Intercom drops some values without a word.
final class WriteEcho {
  private WriteEcho() {}

  /// The attempt with a warning for each field that Intercom did not keep.
  static Attempt compare(Attempt attempt, Map<FieldName, Wish> sent, Contact answer) {
    var compared = attempt;
    for (var each : sent.entrySet()) {
      var difference = Diff.of(each.getKey(), each.getValue(), answer.profile());
      if (difference.isPresent()) {
        compared = without(compared, difference.get());
      }
    }
    return compared;
  }

  private static Attempt without(Attempt attempt, Difference difference) {
    return attempt
        .notKeeping(difference)
        .warning("Intercom did not keep " + difference.field() + " as it was sent.");
  }
}
