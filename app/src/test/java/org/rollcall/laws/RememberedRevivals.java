package org.rollcall.laws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.ContactId;
import org.rollcall.run.Revivals;

/// What outlives a run that is killed.
final class RememberedRevivals implements Revivals {
  private final Map<ContactId, Was> left = new LinkedHashMap<>();

  @Override
  public void note(ContactId contact, Was was) {
    left.merge(contact, was, (one, other) -> one == Was.BLOCKED ? one : other);
  }

  @Override
  public void forget(ContactId contact) {
    left.remove(contact);
  }

  @Override
  public List<Left> left() {
    return left.entrySet().stream()
        .map(each -> new Left(each.getKey(), each.getValue(), Optional.empty()))
        .toList();
  }
}
