package org.rollcall.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rollcall.model.Contact;
import org.rollcall.model.Leavers;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;

/// Finds the contacts of people who are on the roster but no longer eligible, and what has to
/// happen to them.
public final class Departures {
  private final ContactIndex workspace;
  private final Leavers leavers;

  public Departures(ContactIndex workspace, Leavers leavers) {
    this.workspace = workspace;
    this.leavers = leavers;
  }

  /// The changes, in the order of the members' numbers.
  ///
  /// @param everybody the members' table before the eligible members were read, so that somebody
  ///   who joined in between does not count as a leaver
  /// @param eligible all eligible members, including those without a contact
  public List<Change> among(Set<MemberId> everybody, Set<MemberId> eligible) {
    if (leavers instanceof Leavers.Ignore) {
      return List.of();
    }
    return everybody.stream()
        .filter(member -> !eligible.contains(member))
        .sorted()
        .flatMap(member -> workspace.of(member).flatMap(each -> change(member, each)).stream())
        .toList();
  }

  private Optional<Change> change(MemberId member, Contact contact) {
    return deed(leavers, member, contact)
        .map(deed -> new Change.Depart(member, contact, deed, Leaver.INELIGIBLE));
  }

  /// What is done to the contact of somebody who has left; empty where nothing is.
  static Optional<Deed> deed(Leavers leavers, MemberId member, Contact contact) {
    return switch (leavers) {
      case Leavers.Ignore() -> Optional.empty();
      case Leavers.Archive() -> Optional.of(new Deed.Archive(contact.id()));
      case Leavers.Mark(var fields) -> {
        var wanted = new Wanted(member, fields, List.of());
        var differences = Diff.between(wanted, contact.profile());
        yield differences.isEmpty()
            ? Optional.empty()
            : Optional.of(new Deed.Write(contact.id(), wanted, differences));
      }
    };
  }
}
