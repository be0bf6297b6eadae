package org.rollcall.plan;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rollcall.model.ComputedList;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.MemberId;
import org.rollcall.model.Role;
import org.rollcall.model.Value;
import org.rollcall.model.Visible;
import org.rollcall.model.Wanted;

/// Finds the contacts of people who were deleted from the members' table, and what has to happen to
/// them.
///
/// An orphan is a user with an external id that looks like a member's number and that no row of the
/// table has, eligible or not. Ids of any other form, such as those of staff, are never touched.
/// Nor is a contact that may be an eligible member's: by its e-mail, or because the plan has a use
/// for it.
final class Orphans {
  private final ContactIndex workspace;
  private final Roll roll;
  private final Leavers treatment;

  /// @param roll everybody in the members' table
  Orphans(ContactIndex workspace, Roll roll, Leavers treatment) {
    this.workspace = workspace;
    this.roll = roll;
    this.treatment = treatment;
  }

  /// The orphans, in the order of the workspace; each may be made again on each access.
  ///
  /// @param wanted all eligible members that should have contacts
  /// @param skips all eligible members that get none
  /// @param isFree whether the contact at a place belongs to no eligible member
  List<Contact> among(List<Wanted> wanted, List<Change.Skip> skips, IntPredicate isFree) {
    var places = orphaned(IntStream.range(0, workspace.size()).filter(isFree));
    if (places.length == 0) {
      return List.of();
    }
    var kept = new Claims(places, workspace).of(wanted, skips);
    int[] left = Arrays.stream(places).filter(place -> !kept.holds(workspace.at(place))).toArray();
    return new ComputedList<>(left.length, index -> workspace.at(left[index]));
  }

  /// On most nights nobody is unknown, and no form has to be found.
  private int[] orphaned(IntStream free) {
    int[] unknown = free.filter(place -> isOfNobody(workspace.at(place))).toArray();
    if (unknown.length == 0) {
      return unknown;
    }
    var forms = NumberForms.of(roll.everybody());
    return Arrays.stream(unknown)
        .filter(place -> forms.has(workspace.at(place).externalId().orElseThrow()))
        .toArray();
  }

  private boolean isOfNobody(Contact contact) {
    return contact.role() == Role.USER
        && contact.externalId().filter(id -> !roll.has(id)).isPresent();
  }

  /// The changes for `orphans`, in the order of their numbers. Where two contacts have one number,
  /// the next run treats the other.
  List<Change> changes(List<Contact> orphans) {
    if (treatment instanceof Leavers.Ignore) {
      return List.of();
    }
    Map<MemberId, Change> changes = new LinkedHashMap<>();
    for (var orphan : orphans) {
      var number = new MemberId(orphan.externalId().orElseThrow());
      change(number, orphan).ifPresent(change -> changes.putIfAbsent(number, change));
    }
    return changes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private Optional<Change> change(MemberId number, Contact orphan) {
    return Departures.deed(treatment, number, orphan)
        .map(deed -> new Change.Depart(number, orphan, deed, Leaver.ORPHAN));
  }

  /// What eligible members have a claim to, of the addresses and ids of some contacts.
  private record Claims(Set<String> emails, Set<String> ids) {
    Claims(int[] places, ContactIndex workspace) {
      this(new HashSet<>(), new HashSet<>());
      for (int place : places) {
        var contact = workspace.at(place);
        contact.emailKey().ifPresent(emails::add);
        ids.add(id(contact));
      }
    }

    /// Of them, those that are an eligible member's.
    Claims of(List<Wanted> wanted, List<Change.Skip> skips) {
      var claimed = new Claims(new HashSet<>(), new HashSet<>());
      wanted.forEach(each ->
          claimed.add(each.emailKey(), Visible.of(each.shown(FieldName.EXTERNAL_ID)), this));
      skips.forEach(
          each -> claimed.add(new Value.Email(each.email()).key(), each.member().value(), this));
      return claimed;
    }

    private void add(String email, String id, Claims among) {
      Stream.of(email).filter(among.emails::contains).forEach(emails::add);
      Stream.of(id).filter(among.ids::contains).forEach(ids::add);
    }

    boolean holds(Contact contact) {
      return ids.contains(id(contact)) || contact.emailKey().filter(emails::contains).isPresent();
    }

    private static String id(Contact contact) {
      return Visible.of(contact.externalId().orElse(""));
    }
  }
}
