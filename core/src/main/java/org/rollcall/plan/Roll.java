package org.rollcall.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rollcall.model.MemberId;
import org.rollcall.model.MemberIds;
import org.rollcall.model.Visible;
import org.rollcall.model.Wanted;

/// The people on the roster, for telling whose a contact is.
///
/// @param everybody the numbers of all people in the members' table, eligible or not
/// @param sharedEmails the addresses of more than one eligible member, in lower case
/// @param moved the numbers that went from one member to another
public record Roll(Set<MemberId> everybody, Set<String> sharedEmails, MovedNumbers moved) {
  /// A roll in which no number has moved.
  public Roll(Set<MemberId> everybody, Set<String> sharedEmails) {
    this(everybody, sharedEmails, MovedNumbers.NONE);
  }

  public Roll {
    everybody = everybody instanceof MemberIds ? everybody : Set.copyOf(everybody);
    sharedEmails = Set.copyOf(sharedEmails);
  }

  /// The roll of a roster, from all its people and from the members that should have contacts.
  public static Roll of(Set<MemberId> everybody, List<Wanted> wanted) {
    var seen = new HashIndex();
    var shared = new HashSet<String>();
    var unknown = new ArrayList<MemberId>();
    for (int place = 0; place < wanted.size(); place++) {
      var each = wanted.get(place);
      var key = each.emailKey();
      if (Arrays.stream(seen.placesOf(key)).anyMatch(at -> wanted.get(at).emailKey().equals(key))) {
        shared.add(key);
      } else {
        seen.put(key, place);
      }
      if (!everybody.contains(each.member())) {
        unknown.add(each.member());
      }
    }
    return new Roll(with(unknown, everybody), shared);
  }

  /// The same roll with the numbers that `workspace` shows to have moved.
  public Roll comparedWith(ContactIndex workspace, List<Wanted> wanted) {
    return new Roll(everybody, sharedEmails, MovedNumberSearch.of(wanted, workspace, this));
  }

  /// The same where `wanted` are only some of the eligible members. What cannot be judged without
  /// the others is left for a run that reads them.
  public Roll comparedWithSome(ContactIndex workspace, List<Wanted> wanted) {
    return new Roll(everybody, sharedEmails, MovedNumberSearch.ofSome(wanted, workspace, this));
  }

  /// Usually nobody joined between the two readings, and no second set is made.
  private static Set<MemberId> with(List<MemberId> more, Set<MemberId> everybody) {
    if (more.isEmpty()) {
      return everybody;
    }
    var all = new MemberIds();
    all.addAll(everybody);
    all.addAll(more);
    return all;
  }

  /// Whether somebody in the members' table has this number, eligible or not.
  ///
  /// @param externalId something is seen of it
  boolean has(String externalId) {
    return everybody.contains(Aside.meant(externalId));
  }

  /// Whose contact has this external id, from the view of `member`.
  public Owner ownerOf(String externalId, MemberId member) {
    if (Visible.of(externalId).isEmpty()) {
      return Owner.NOBODY;
    }
    var id = Aside.meant(externalId);
    if (id.equals(member)) {
      return Owner.THIS_MEMBER;
    }
    return everybody.contains(id) ? Owner.ANOTHER_MEMBER : Owner.UNKNOWN;
  }

  /// Whether more than one eligible member has this address, given in lower case.
  public boolean isShared(String emailKey) {
    return sharedEmails.contains(emailKey);
  }

  /// The owner of a contact.
  public enum Owner {
    /// It has this member's number.
    THIS_MEMBER,
    /// It has the number of somebody else on the roster, so it must not be changed.
    ANOTHER_MEMBER,
    /// It has an external id that nobody on the roster has.
    UNKNOWN,
    /// It has no external id.
    NOBODY
  }
}
