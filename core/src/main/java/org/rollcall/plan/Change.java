package org.rollcall.plan;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.HiddenContact;
import org.rollcall.model.HiddenStatus;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;

/// What has to happen to one member's contact.
public sealed interface Change {
  /// The member whose contact it is.
  MemberId member();

  /// The contacts that the change is about, as they were listed: the member's first.
  default List<Contact> listed() {
    return switch (this) {
      case Update update -> with(update.contact(), update.surplus());
      case Unchanged same -> with(same.contact(), same.surplus());
      case Depart depart -> List.of(depart.contact());
      case Clash clash -> List.of(clash.contact());
      case Create _, Skip _, Restore _, Revive _ -> List.of();
    };
  }

  private static List<Contact> with(Contact kept, List<Contact> surplus) {
    return Stream.concat(Stream.of(kept), surplus.stream()).toList();
  }

  /// The older contacts of the member that are to be put away.
  default List<Contact> surplus() {
    return List.of();
  }

  /// Whether the change needs calls to Intercom.
  default boolean asks() {
    return switch (this) {
      case Create _, Update _, Depart _, Revive _ -> true;
      case Restore restore -> !restore.deeds().isEmpty();
      case Unchanged same -> !same.surplus().isEmpty();
      case Skip _, Clash _ -> false;
    };
  }

  /// Whether there is nothing to do and nothing to report.
  default boolean isQuiet() {
    return this instanceof Unchanged(_, _, var surplus) && surplus.isEmpty();
  }

  /// The member has no contact; it is created.
  record Create(Wanted wanted, List<Difference> differences) implements Change {
    public Create {
      differences = List.copyOf(differences);
    }

    @Override
    public MemberId member() {
      return wanted.member();
    }
  }

  /// The member's contact is archived or blocked. It is brought back, read, and updated if it
  /// differs; what differs is known only then.
  ///
  /// @param contact the contact, which carries the member's number
  record Revive(Wanted wanted, HiddenContact contact) implements Change {
    @Override
    public MemberId member() {
      return wanted.member();
    }

    /// Whether it must be unblocked first. Where Intercom offers no call for that, a person must.
    public boolean isBlocked() {
      return contact.status() instanceof HiddenStatus.Blocked;
    }
  }

  /// The member's contact differs; these fields are changed.
  ///
  /// @param contact the contact as Intercom has it
  /// @param match how it was recognised
  /// @param surplus older contacts of the same member, to archive once this one is right
  record Update(
      Wanted wanted,
      Contact contact,
      Match match,
      List<Difference> differences,
      List<Contact> surplus)
      implements Change {
    public Update {
      differences = List.copyOf(differences);
      surplus = List.copyOf(surplus);
    }

    @Override
    public MemberId member() {
      return wanted.member();
    }
  }

  /// The member's contact is already right.
  ///
  /// @param surplus older contacts of the same member, to archive
  record Unchanged(Wanted wanted, Contact contact, List<Contact> surplus) implements Change {
    public Unchanged {
      surplus = List.copyOf(surplus);
    }

    @Override
    public MemberId member() {
      return wanted.member();
    }
  }

  /// The member gets no contact, because the roster has a mistake.
  ///
  /// @param email the roster's e-mail; `""` for none
  /// @param reason a sentence for the operator
  record Skip(MemberId member, String email, String reason) implements Change {}

  /// Nothing is done for the member: a person has to decide whose the contact is.
  ///
  /// @param contact the contact that carries the member's number
  /// @param reason a sentence for the operator
  record Clash(Wanted wanted, Contact contact, String reason) implements Change {
    @Override
    public MemberId member() {
      return wanted.member();
    }
  }

  /// Somebody is no longer eligible, or no longer in the members' table, and the settings say that
  /// their contact must show it.
  ///
  /// @param member the number that the contact carries, whether somebody has it or not
  /// @param contact the contact with their number
  /// @param leaver in what way they have left
  record Depart(MemberId member, Contact contact, Deed deed, Leaver leaver) implements Change {
    /// Of somebody who is no longer eligible.
    public Depart(MemberId member, Contact contact, Deed deed) {
      this(member, contact, deed, Leaver.INELIGIBLE);
    }
  }

  /// Takes back what an earlier run did to the member.
  ///
  /// @param email the member's e-mail in the earlier run
  /// @param contact the contact after that run
  /// @param deeds the deeds in their order; after one fails no more is done to its contact
  /// @param notes what stays as it is, a sentence each
  /// @param open what a person has to decide, a sentence each
  record Restore(
      MemberId member,
      String email,
      ContactId contact,
      List<Deed> deeds,
      List<String> notes,
      List<String> open)
      implements Change {
    public Restore {
      deeds = List.copyOf(deeds);
      notes = List.copyOf(notes);
      open = List.copyOf(open);
    }
  }
}
