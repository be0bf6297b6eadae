package org.rollcall.plan;

import java.util.List;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;

/// Something the operator should know about the plan, though nothing is done about it.
public sealed interface Notice {
  /// Several members share one e-mail; each is planned by their own external id.
  record SharedEmail(String email, List<MemberId> members) implements Notice {
    public SharedEmail {
      members = List.copyOf(members);
    }
  }

  /// A value the roster has could not be mapped as it stands.
  record Mapping(MemberId member, String text) implements Notice {}

  /// A contact with the member's e-mail carries an external id that no member has.
  ///
  /// @param adopted whether it becomes the member's contact or is left alone
  record UnknownExternalId(MemberId member, Contact contact, boolean adopted) implements Notice {}

  /// Older contacts of a member are left as they are, because the settings say so or an e-mail is
  /// shared.
  record DuplicatesLeft(MemberId member, Contact kept, List<Contact> older) implements Notice {
    public DuplicatesLeft {
      older = List.copyOf(older);
    }
  }

  /// Members hold a code that the vocabulary has no name for; it stands in the contact as it is.
  record UnknownCode(String vocabulary, String code, int members) implements Notice {}

  /// Intercom does not keep a field of so many members as it is sent, so it is left as it is.
  record HeldBack(FieldName field, int members) implements Notice {}

  /// What fills the roster has fallen behind.
  ///
  /// @param text what is old, as a sentence
  record StaleSource(String text) implements Notice {}
}
