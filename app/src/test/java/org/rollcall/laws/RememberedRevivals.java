package org.rollcall.laws;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rollcall.model.ContactId;
import org.rollcall.run.Revivals;

/// What outlives a run that is killed.
final class RememberedRevivals implements Revivals {
  private final Map<ContactId, Was> left = new LinkedHashMap<>();

  @Override
  public void note(ContactId contact, Was was) {
    left.putIfAbsent(contact, was);
  }

  @Override
  public void forget(ContactId contact) {
    left.remove(contact);
  }

  @Override
  public Map<ContactId, Was> left() {
    return new LinkedHashMap<>(left);
  }
}
