package org.rollcall.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Role;
import org.rollcall.model.Wanted;

/// Compares the members as they should be with the workspace as it is.
///
/// A planner makes one plan and is then thrown away.
public final class Planner {
  private final Workspace workspace;
  private final Roll roll;
  private final Policy policy;
  private final Candidates candidates;
  private final Set<ContactId> taken = new HashSet<>();
  private final List<Notice> notices = new ArrayList<>();

  public Planner(Workspace workspace, Roll roll, Policy policy) {
    this.workspace = workspace;
    this.roll = roll;
    this.policy = policy;
    this.candidates = new Candidates(roll, policy);
  }

  /// The plan for these members, in their order, followed by those that are skipped.
  ///
  /// Whoever has a contact with their own number keeps it; only then are contacts without one given
  /// out by e-mail, to the first member by roster order, so that no two members ever get the same
  /// contact.
  public Plan plan(List<Wanted> wanted, List<Change.Skip> skips) {
    wanted.forEach(each -> own(each).ifPresent(contact -> taken.add(contact.id())));
    var changes = new ArrayList<Change>(wanted.size() + skips.size());
    wanted.forEach(each -> changes.add(change(each)));
    changes.addAll(skips);
    noticeSharedEmails(wanted);
    return new Plan(changes, notices);
  }

  private Change change(Wanted wanted) {
    wanted.warnings().forEach(text -> notices.add(new Notice.Mapping(wanted.member(), text)));
    var contacts = new ArrayList<>(candidates.among(free(wanted), wanted));
    own(wanted).ifPresent(contacts::addFirst);
    noticeUnknown(wanted);
    if (contacts.isEmpty()) {
      return new Change.Create(wanted, Diff.ofNew(wanted));
    }
    var kept = contacts.removeFirst();
    return keep(kept, contacts, wanted);
  }

  private Change keep(Contact kept, List<Contact> others, Wanted wanted) {
    taken.add(kept.id());
    var surplus = candidates.surplus(kept, others, wanted);
    surplus.forEach(contact -> taken.add(contact.id()));
    noticeLeft(kept, others, surplus, wanted);
    var differences = Diff.between(wanted, kept.profile());
    if (differences.isEmpty()) {
      return new Change.Unchanged(wanted, kept, surplus);
    }
    return new Change.Update(wanted, kept, match(kept, wanted), differences, surplus);
  }

  private Match match(Contact kept, Wanted wanted) {
    return candidates.claim(kept, wanted) instanceof Claim.Rightful(var match)
        ? match
        : Match.EXTERNAL_ID;
  }

  private Optional<Contact> own(Wanted wanted) {
    return workspace.withExternalId(wanted.member().value());
  }

  private List<Contact> free(Wanted wanted) {
    return workspace.withEmail(wanted.emailKey()).stream()
        .filter(contact -> !taken.contains(contact.id()))
        .toList();
  }

  private void noticeUnknown(Wanted wanted) {
    for (var contact : free(wanted)) {
      var unknown = roll.ownerOf(contact.externalId().orElse(""), wanted.member());
      if (unknown == Roll.Owner.UNKNOWN && contact.role() == Role.USER) {
        var adopted = policy.unknownExternalId() == Policy.UnknownExternalId.ADOPT;
        notices.add(new Notice.UnknownExternalId(wanted.member(), contact, adopted));
      }
    }
  }

  /// Users that stay beside the kept one are worth a word; leads beside a user are ordinary.
  private void noticeLeft(
      Contact kept, List<Contact> others, List<Contact> surplus, Wanted wanted) {
    var left = new ArrayList<>(others);
    left.removeIf(contact -> surplus.contains(contact) || contact.role() == Role.LEAD);
    if (!left.isEmpty()) {
      notices.add(new Notice.DuplicatesLeft(wanted.member(), kept, left));
    }
  }

  private void noticeSharedEmails(List<Wanted> wanted) {
    Map<String, List<MemberId>> sharers = new LinkedHashMap<>();
    for (var each : wanted) {
      if (roll.isShared(each.emailKey())) {
        sharers.computeIfAbsent(each.emailKey(), _ -> new ArrayList<>()).add(each.member());
      }
    }
    sharers.forEach((email, members) -> notices.add(new Notice.SharedEmail(email, members)));
  }
}
