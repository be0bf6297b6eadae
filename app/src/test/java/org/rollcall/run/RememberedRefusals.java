package org.rollcall.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;

/// Remembers refused fields for as long as a test lasts.
final class RememberedRefusals implements RefusedFields {
  final List<Refusal> refusals = new ArrayList<>();

  @Override
  public Map<FieldName, Refusal> of(MemberId member) {
    var fields = new HashMap<FieldName, Refusal>();
    refusals.stream()
        .filter(each -> each.member().equals(member))
        .forEach(each -> fields.put(each.field(), each));
    return fields;
  }

  @Override
  public void remember(List<Refusal> fresh) {
    refusals.addAll(fresh);
  }
}
