package org.rollcall.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;

/// What the shares of a plan refer to.
///
/// @param members how many members there are; more than in the plan if only some were chosen
/// @param holders for each field, how many members' contacts hold a value
public record Whole(int members, Map<FieldName, Integer> holders) {
  public Whole {
    holders = Map.copyOf(holders);
  }

  static Whole of(List<Change> changes) {
    var holders = new TreeMap<FieldName, Integer>();
    for (var change : changes) {
      switch (change) {
        case Change.Update update -> count(update.contact(), holders);
        case Change.Unchanged same -> count(same.contact(), holders);
        case Change.Clash clash -> count(clash.contact(), holders);
        case Change.Create _, Change.Skip _, Change.Depart _, Change.Restore _ -> {}
      }
    }
    return new Whole(Counts.of(changes).total(), holders);
  }

  static void count(Contact contact, Map<FieldName, Integer> holders) {
    contact.profile().values().keySet().forEach(field -> holders.merge(field, 1, Integer::sum));
  }
}
