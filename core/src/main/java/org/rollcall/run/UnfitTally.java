package org.rollcall.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rollcall.mapping.Projected.Unfit;
import org.rollcall.mapping.Projected.UnfitValue;
import org.rollcall.model.FieldName;
import org.rollcall.plan.Notice;

/// Counts the values that the workspace's attributes cannot hold, so that each attribute is told
/// once.
final class UnfitTally {
  private static final int NAMED = 5;

  private final Map<FieldName, Values> fields = new TreeMap<>();

  private record Values(Unfit why, Set<String> texts, int members) {
    Values and(String text) {
      texts.add(text);
      return new Values(why, texts, members + 1);
    }

    Notice notice(FieldName field) {
      return new Notice.UnfitValues(
          field,
          why == Unfit.NOT_LISTED,
          texts.stream().limit(NAMED).toList(),
          texts.size(),
          members);
    }
  }

  void count(UnfitValue value) {
    fields.compute(
        value.field(),
        (_, known) ->
            (known == null ? new Values(value.why(), new TreeSet<>(), 0) : known)
                .and(value.value()));
  }

  List<Notice> notices() {
    return fields.entrySet().stream().map(each -> each.getValue().notice(each.getKey())).toList();
  }
}
