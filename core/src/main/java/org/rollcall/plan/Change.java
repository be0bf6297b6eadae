package org.rollcall.plan;

import java.util.List;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;

/// What has to happen to one member's contact.
public sealed interface Change {
  /// Whose contact it is.
  MemberId member();

  /// Whether anything is asked of Intercom for it.
  default boolean asks() {
    return switch (this) {
      case Create _, Update _, Depart _, Restore _ -> true;
      case Unchanged same -> !same.surplus().isEmpty();
      case Skip _ -> false;
    };
  }

  /// Whether there is nothing to do and nothing to say.
  default boolean isQuiet() {
    return this instanceof Unchanged(_, _, var surplus) && surplus.isEmpty();
  }

  /// The member has no contact: make one.
  record Create(Wanted wanted, List<Difference> differences) implements Change {
    public Create {
      differences = List.copyOf(differences);
    }

    @Override
    public MemberId member() {
      return wanted.member();
    }
  }

  /// The member's contact differs: change these fields.
  ///
  /// @param contact the contact as Intercom holds it
  /// @param match how it was recognised
  /// @param surplus older contacts of the same member, to be archived once this one is right
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

  /// The member's contact is right already.
  ///
  /// @param surplus older contacts of the same member, to be archived
  record Unchanged(Wanted wanted, Contact contact, List<Contact> surplus) implements Change {
    public Unchanged {
      surplus = List.copyOf(surplus);
    }

    @Override
    public MemberId member() {
      return wanted.member();
    }
  }

  /// The member gets no contact, for a reason that the roster must mend.
  ///
  /// @param email what the roster has for an e-mail; `""` for nothing
  /// @param reason a sentence for the operator
  record Skip(MemberId member, String email, String reason) implements Change {}

  /// Somebody on the roster is no longer eligible, and the settings say that their contact shows
  /// it.
  ///
  /// @param contact the contact that carries their number
  record Depart(MemberId member, Contact contact, Deed deed) implements Change {}

  /// What an earlier run did to the member is taken back.
  ///
  /// @param email the member's, as the earlier run had it
  /// @param contact the contact that run ended on
  /// @param deeds in the order in which they are done; the first that fails is the last
  record Restore(MemberId member, String email, ContactId contact, List<Deed> deeds)
      implements Change {
    public Restore {
      deeds = List.copyOf(deeds);
    }
  }
}
