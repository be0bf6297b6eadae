package org.rollcall.apply;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rollcall.model.Contact;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Difference;

/// The contact that a member keeps while others of theirs are merged into it.
///
/// @param differences what is wrong in the contact after a merge
record KeptContact(Wanted wanted, Function<Contact, List<Difference>> differences) {
  /// Whether it carries nobody else's number.
  boolean isStillTheirs(Contact merged) {
    return !merged.hasNumberBeside(wanted.member());
  }

  /// What it needs to be right again after a lead's fields were merged into it; empty for nothing.
  Optional<Request.Update> update(Contact merged) {
    var wrong = differences.apply(merged);
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(new Request.Update(merged.id(), Diff.wishes(wanted, wrong)));
  }
}
