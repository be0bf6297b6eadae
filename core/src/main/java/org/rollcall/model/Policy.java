package org.rollcall.model;

import java.util.Optional;
import java.util.regex.Pattern;

/// What to do when there is more than one right answer.
///
/// @param leavers the contacts of people in the members' table who are no longer eligible
/// @param orphans the contacts of people who were deleted from the members' table; empty where an
///   external id is something else than the member's number and does not tell that
public record Policy(
    Duplicates duplicates,
    Leads leads,
    UnknownExternalId unknownExternalId,
    Leavers leavers,
    Optional<Leavers> orphans) {
  /// The policy of a run if the settings say nothing.
  public static final Policy DEFAULT =
      new Policy(
          Duplicates.ARCHIVE, Leads.KEEP, UnknownExternalId.Adopt.UUIDS, new Leavers.Ignore());

  /// A policy that ignores orphans.
  public Policy(
      Duplicates duplicates, Leads leads, UnknownExternalId unknownExternalId, Leavers leavers) {
    this(duplicates, leads, unknownExternalId, leavers, Optional.of(new Leavers.Ignore()));
  }

  /// The same with another treatment of orphans.
  public Policy treating(Optional<Leavers> others) {
    return new Policy(duplicates, leads, unknownExternalId, leavers, others);
  }

  /// Older contacts of one member.
  public enum Duplicates {
    /// Archive them once the kept contact is right.
    ARCHIVE,
    /// Leave and report them.
    REPORT
  }

  /// A lead with the e-mail of a member who already has a user.
  public enum Leads {
    /// Leave it alone.
    KEEP,
    /// Merge it into the user.
    MERGE
  }

  /// A contact with a member's e-mail and an external id that nobody in the roster has. Another
  /// system may have given it the id, and may need it.
  public sealed interface UnknownExternalId {
    /// Whether a contact with this id may become a member's.
    boolean mayBeTaken(String externalId);

    /// Whether a contact with this id may be archived as an older contact of a member.
    boolean mayBePutAway(String externalId);

    /// Leave and report all of them.
    record Report() implements UnknownExternalId {
      @Override
      public boolean mayBeTaken(String externalId) {
        return false;
      }

      @Override
      public boolean mayBePutAway(String externalId) {
        return false;
      }
    }

    /// The best of them becomes the member's contact, whatever its id. None is archived, because
    /// nothing tells that the id is not in use.
    record AdoptAny() implements UnknownExternalId {
      @Override
      public boolean mayBeTaken(String externalId) {
        return true;
      }

      @Override
      public boolean mayBePutAway(String externalId) {
        return false;
      }
    }

    /// Ids of one form come from an older integration and are no longer in use. Contacts with them
    /// count as contacts without an id; others are left and reported.
    ///
    /// @param form a regular expression that the whole id must match
    record Adopt(Pattern form) implements UnknownExternalId {
      /// The form of a UUID.
      public static final Adopt UUIDS =
          new Adopt(Pattern.compile("[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}"));

      @Override
      public boolean mayBeTaken(String externalId) {
        return form.matcher(externalId).matches();
      }

      @Override
      public boolean mayBePutAway(String externalId) {
        return mayBeTaken(externalId);
      }

      @Override
      public boolean equals(Object other) {
        return other instanceof Adopt adopt && form.pattern().equals(adopt.form.pattern());
      }

      @Override
      public int hashCode() {
        return form.pattern().hashCode();
      }
    }
  }
}
