package org.rollcall.apply;

import java.util.List;
import java.util.SortedMap;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wish;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Difference;

/// A write whose answer did not show what was sent. What the contact really holds is read before
/// anything is made of it.
///
/// @param sent what was sent
/// @param result how the member ends if it was kept after all
record UnconfirmedWrite(SortedMap<FieldName, Wish> sent, Result result) {
  /// What was sent and is not in `contact`.
  List<Difference> unkept(Contact contact) {
    return Diff.between(sent, contact.profile());
  }
}
