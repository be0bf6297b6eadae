package org.rollcall.plan;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.ComputedList;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.MemberId;

/// Something about the plan that the operator should know, although it changes nothing.
public sealed interface Notice {
  /// Several members share one e-mail; each is planned by their own external id.
  record SharedEmail(String email, List<MemberId> members) implements Notice {
    public SharedEmail {
      members = List.copyOf(members);
    }
  }

  /// A value of the roster could not be mapped as it is.
  record Mapping(MemberId member, String text) implements Notice {}

  /// A contact with the member's e-mail has an external id that no member has.
  ///
  /// @param adopted whether it becomes the member's contact; otherwise it is left alone
  record UnknownExternalId(MemberId member, Contact contact, boolean adopted) implements Notice {}

  /// Older contacts of a member stay as they are, because the settings say so or an e-mail is
  /// shared.
  record DuplicatesLeft(MemberId member, Contact kept, List<Contact> older) implements Notice {
    public DuplicatesLeft {
      older = List.copyOf(older);
    }
  }

  /// Users with an address that several members share belong to none of them and stay as they are.
  ///
  /// @param contacts how many they are
  /// @param some a few of them
  record SharedLeft(String email, int contacts, List<Contact> some) implements Notice {
    public SharedLeft {
      some = List.copyOf(some);
    }
  }

  /// Members have codes that have no name in the vocabulary; the contact gets the code itself.
  ///
  /// @param codes each code with the number of members who have it; never empty
  record UnknownCodes(String vocabulary, SortedMap<String, Integer> codes) implements Notice {
    public UnknownCodes {
      codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
    }
  }

  /// Members have values that an attribute's list lacks, or that are no whole numbers where the
  /// attribute holds those; they are not sent.
  ///
  /// @param listed whether it is a list
  /// @param some a few of the values
  /// @param values how many different values there are
  record UnfitValues(FieldName field, boolean listed, List<String> some, int values, int members)
      implements Notice {
    public UnfitValues {
      some = List.copyOf(some);
    }
  }

  /// A column holds lists or objects and is declared as something else, so what is made of it is
  /// left alone for this number of members.
  record Misdeclared(String column, String type, String holds, int members) implements Notice {}

  /// For this number of members Intercom does not keep a field as it was sent, so it is not sent
  /// again.
  record HeldBack(FieldName field, int members) implements Notice {}

  /// A difference that runs wrote away again and again, and that is there again.
  ///
  /// @param difference what Intercom holds, and what was written each time
  /// @param members of how many members that is
  /// @param some a few of them
  /// @param times how often it was written, for whom it was written most
  /// @param since when that began
  /// @param held whether it is left for a while; otherwise it is written again
  record Fighting(
      Difference difference,
      int members,
      List<MemberId> some,
      int times,
      Instant since,
      boolean held)
      implements Notice {
    public Fighting {
      some = List.copyOf(some);
    }
  }

  /// The same of more members, each pair of values being of few of them.
  record MoreFights(FieldName field, int members, boolean held) implements Notice {}

  /// For this number of members nothing is written but what the last run wrote and Intercom did not
  /// keep.
  record SentAgain(int members) implements Notice {}

  /// Members are not tried, since it would end with them as it did before.
  ///
  /// @param members how many they are
  /// @param some a few of them
  record KnownEnding(int members, List<MemberId> some) implements Notice {
    public KnownEnding {
      some = List.copyOf(some);
    }
  }

  /// Contacts carry a number that looks like a member's, and no row of the members' table has it.
  ///
  /// @param contacts all of them; each may be made again on each access
  /// @param treatment what happens to them
  record Orphaned(List<Contact> contacts, Leavers treatment) implements Notice {
    public Orphaned {
      contacts = ComputedList.keep(contacts);
    }
  }

  /// The source of the roster is out of date.
  ///
  /// @param text a sentence that says what is old
  record StaleSource(String text) implements Notice {}
}
