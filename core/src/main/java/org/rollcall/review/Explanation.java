package org.rollcall.review;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.rollcall.mapping.Projected;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Change;

/// Why a member looks as they do in Intercom, and what the next run would do about it.
///
/// @param id whom it is about
/// @param standing how they stand on the roster
/// @param expressions by field: what it is computed by, as the settings write it
/// @param change what the next run would do; empty where it has nothing to do with them
/// @param history what the latest runs did to them, the latest first
public record Explanation(
    MemberId id,
    Standing standing,
    SortedMap<FieldName, String> expressions,
    Optional<Change> change,
    List<JournaledChange> history) {
  public Explanation {
    history = List.copyOf(history);
  }

  /// Their contact as it was read; empty where they have none, or one that is hidden.
  public Optional<Contact> contact() {
    return change.flatMap(Explanation::contact);
  }

  private static Optional<Contact> contact(Change change) {
    return switch (change) {
      case Change.Update update -> Optional.of(update.contact());
      case Change.Unchanged same -> Optional.of(same.contact());
      case Change.Depart depart -> Optional.of(depart.contact());
      case Change.Clash clash -> Optional.of(clash.contact());
      case Change.Create _, Change.Skip _, Change.Restore _, Change.Revive _ -> Optional.empty();
    };
  }

  /// How somebody stands on the roster.
  public sealed interface Standing {
    /// They are eligible.
    ///
    /// @param member their row
    /// @param projected what the mapping makes of it
    record Eligible(Member member, Projected projected) implements Standing {}

    /// They are in the members' table, but the settings' conditions leave them out.
    record LeftOut() implements Standing {}
  }
}
