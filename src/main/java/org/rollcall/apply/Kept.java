package org.rollcall.apply;

import java.util.Map;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wish;

/// Compares the answer to a write with what was sent: Intercom drops some values without a word.
final class Kept {
  private Kept() {}

  /// The attempt with a warning for each field that Intercom did not keep.
  static Attempt compare(Attempt attempt, Map<FieldName, Wish> sent, Contact answer) {
    var compared = attempt;
    for (var each : sent.entrySet()) {
      if (!keeps(answer, each.getKey(), each.getValue())) {
        compared = compared.warning("Intercom did not keep " + each.getKey() + " as it was sent.");
      }
    }
    return compared;
  }

  private static boolean keeps(Contact answer, FieldName field, Wish wish) {
    var held = answer.profile().get(field);
    return switch (wish) {
      case Wish.Put(var value) -> held.filter(value::equals).isPresent();
      case Wish.Clear() -> held.isEmpty();
      case Wish.Leave() -> true;
    };
  }
}
