package org.rollcall.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.apply.Remedy;
import org.rollcall.model.ContactId;
import org.rollcall.plan.DeedRecord;
import org.rollcall.plan.DeedRecord.Landing;
import org.rollcall.plan.Difference;
import org.rollcall.plan.PastDeed;

/// What a run did of which the journal holds no deeds: an earlier version of Rollcall wrote it.
///
/// @param contact the contact it ended on; empty where none is known
/// @param fields what was written
/// @param archived older contacts that were put away
public record EarlierDeeds(
    PlannedKind kind,
    Optional<SettledAs> outcome,
    Optional<ContactId> contact,
    List<Remedy> remedies,
    List<Difference> fields,
    List<ContactId> archived) {
  /// The deeds as far as they can be told. How somebody was left is known only of whom the run
  /// settled.
  public List<DeedRecord> deeds() {
    var deeds = new ArrayList<PastDeed>();
    contact.filter(_ -> outcome.isPresent()).ifPresent(id -> own(id, deeds));
    archived.forEach(id -> deeds.add(new PastDeed.Archive(id)));
    return deeds.stream().map(deed -> new DeedRecord(deed, Landing.LANDED)).toList();
  }

  private void own(ContactId id, List<PastDeed> deeds) {
    if (remedies.contains(Remedy.UNBLOCK)) {
      deeds.add(new PastDeed.Unblock(id));
    }
    if (remedies.contains(Remedy.UNARCHIVE) && !remedies.contains(Remedy.REARCHIVE)) {
      deeds.add(new PastDeed.Unarchive(id));
    }
    if (outcome.filter(SettledAs.CREATED::equals).isPresent()) {
      deeds.add(new PastDeed.Create(Optional.of(id), fields));
    } else if (!fields.isEmpty()) {
      deeds.add(new PastDeed.Write(id, fields));
    } else if (isGone()) {
      deeds.add(new PastDeed.Archive(id));
    }
  }

  private boolean isGone() {
    return kind == PlannedKind.DEPART && outcome.filter(SettledAs.DEPARTED::equals).isPresent();
  }
}
