package org.rollcall.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rollcall.model.Belonging;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.DeedRecord.Landing;

/// Gathers what takes back the deeds for one member, beginning with the last.
///
/// For one thread.
final class Reversal {
  /// Two clocks may differ: Intercom's, which says when a contact was made, and the machine's.
  private static final long CLOCKS = 300;

  private final Undo.Past past;
  private final PastOwner owner;
  private final Undo.Now now;
  private final FormerValues values;
  private final List<Deed> deeds = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> open = new ArrayList<>();

  /// Contacts that are brought back first. What they hold is not known before.
  private final Set<ContactId> returning = new HashSet<>();

  Reversal(Undo.Past past, Undo.Now now, FormerValues values) {
    this.past = past;
    this.owner = new PastOwner(past);
    this.now = now;
    this.values = values;
  }

  /// Takes all of it back that landed, or may have.
  void takeBack() {
    var done =
        past.deeds().stream()
            .filter(each -> each.landing() != Landing.REFUSED && !isSeenUndone(each))
            .map(DeedRecord::deed)
            .toList();
    done.reversed().forEach(deed -> takeBack(deed, done));
  }

  /// Whether the run broke off while it put a contact away, and the contact is there.
  private boolean isSeenUndone(DeedRecord each) {
    return each.landing() == Landing.UNKNOWN
        && switch (each.deed()) {
          case PastDeed.Archive(var id) -> isThere(id, each);
          case PastDeed.Block(var id) -> isThere(id, each);
          case PastDeed.Create _,
              PastDeed.Write _,
              PastDeed.Unarchive _,
              PastDeed.Unblock _,
              PastDeed.Merge _ ->
              false;
        };
  }

  private boolean isThere(ContactId id, DeedRecord away) {
    var later = past.deeds().subList(past.deeds().lastIndexOf(away) + 1, past.deeds().size());
    return now.contact(id).isPresent()
        && later.stream().noneMatch(each -> each.deed().contact().equals(Optional.of(id)));
  }

  private void takeBack(PastDeed deed, List<PastDeed> done) {
    switch (deed) {
      case PastDeed.Create(var contact, var fields) -> unmake(contact, fields);
      case PastDeed.Write(var id, var fields) -> rewrite(id, fields);
      case PastDeed.Archive(var id) -> moveBack(deed, id, done);
      case PastDeed.Unarchive(var id, _) -> moveBack(deed, id, done);
      case PastDeed.Block(var id) -> moveBack(deed, id, done);
      case PastDeed.Unblock(var id) -> moveBack(deed, id, done);
      case PastDeed.Merge(var lead, var user) -> part(lead, user);
    }
  }

  /// A contact is brought back before anything else of it is taken back, and put away after all of
  /// that.
  private void moveBack(PastDeed deed, ContactId id, List<PastDeed> done) {
    Standing.move(done, id)
        .filter(move -> deed.equals(move.after() == Standing.ACTIVE ? move.first() : move.last()))
        .ifPresent(move -> moveBack(id, move));
  }

  private void moveBack(ContactId id, Standing.Move move) {
    switch (move.after()) {
      case ACTIVE -> fromActive(id, move.before());
      case ARCHIVED -> fromArchive(id, move.before());
      case BLOCKED -> fromBlock(id, move.before());
    }
  }

  private void fromActive(ContactId id, Standing to) {
    switch (to) {
      case ACTIVE -> {}
      case ARCHIVED, BLOCKED -> putAway(id, to);
    }
  }

  private void fromArchive(ContactId id, Standing to) {
    switch (to) {
      case ACTIVE -> bringBack(id, List.of(new Deed.Unarchive(id)));
      case ARCHIVED -> {}
      case BLOCKED -> blockAgain(id);
    }
  }

  private void fromBlock(ContactId id, Standing to) {
    switch (to) {
      case ACTIVE -> bringBack(id, List.of(new Deed.Unblock(id), new Deed.Unarchive(id)));
      case ARCHIVED -> deeds.add(new Deed.Unblock(id));
      case BLOCKED -> {}
    }
  }

  Change change() {
    var contact = contact();
    return contact.isEmpty() || (deeds.isEmpty() && open.isEmpty())
        ? new Change.Skip(past.member(), past.email(), reason())
        : new Change.Restore(past.member(), past.email(), contact.get(), deeds, notes, open);
  }

  /// The contact that the run left as the member's; the first that is touched where it left none.
  private Optional<ContactId> contact() {
    var own =
        past.deeds().stream()
            .map(DeedRecord::deed)
            .filter(deed -> deed instanceof PastDeed.Create || deed instanceof PastDeed.Write)
            .flatMap(deed -> deed.contact().stream())
            .reduce((_, later) -> later);
    return own.or(() -> deeds.stream().map(Deed::contact).findFirst())
        .or(() ->
            past.deeds().stream().flatMap(each -> each.deed().contact().stream()).findFirst());
  }

  private String reason() {
    return notes.isEmpty()
        ? "Nothing of what the run began here is in Intercom; nothing is taken back."
        : String.join(" ", notes);
  }

  private void unmake(Optional<ContactId> made, List<Difference> fields) {
    var found = made.isPresent() ? made.flatMap(now::contact) : madeSince();
    if (found.isEmpty()) {
      made.ifPresent(this::noteGone);
      return;
    }
    var contact = found.get();
    var changed = new WrittenFields(fields, contact).changed();
    if (owner.hasLost(contact)) {
      leaveToOthers(contact);
    } else if (!contact.belongings().isEmpty()) {
      open.add(
          "Contact %s, which the run made, has %s by now; archive it in Intercom if it shall go."
              .formatted(contact.id(), words(contact.belongings())));
    } else if (!changed.isEmpty()) {
      notes.add(
          "Contact %s, which the run made, was changed since (%s), and stays."
              .formatted(contact.id(), changed));
    } else {
      deeds.add(new Deed.Archive(contact.id()));
    }
  }

  /// A create whose answer is not known may have landed: then a contact carries the number that is
  /// no older than the run.
  private Optional<Contact> madeSince() {
    return now.of(past.member()).filter(contact -> contact.createdAt() >= past.since() - CLOCKS);
  }

  private void rewrite(ContactId id, List<Difference> fields) {
    var found = now.contact(id);
    if (returning.contains(id)) {
      write(id, fields, Optional.empty());
    } else if (found.isEmpty()) {
      noteGone(id);
    } else if (owner.hasLost(found.get())) {
      leaveToOthers(found.get());
    } else {
      var written = new WrittenFields(fields, found.get());
      if (!written.changed().isEmpty()) {
        notes.add("Contact %s was changed since: %s stays.".formatted(id, written.changed()));
      }
      write(id, written.standing(), found);
    }
  }

  private void write(ContactId id, List<Difference> fields, Optional<Contact> contact) {
    var wishes = new TreeMap<FieldName, Wish>();
    var differences = new ArrayList<Difference>();
    for (var each : fields) {
      if (canGoBack(id, each)) {
        wishes.put(
            each.field(),
            contact.map(held -> values.wish(each, held)).orElseGet(() -> values.wish(each)));
        differences.add(each.reversed());
      }
    }
    if (!differences.isEmpty()) {
      var wanted = new Wanted(past.member(), wishes, List.of());
      deeds.add(new Deed.Write(id, wanted, differences));
    }
  }

  /// A lead that became a user cannot become a lead again, and an external id cannot be removed.
  private boolean canGoBack(ContactId id, Difference each) {
    if (each.field().equals(FieldName.ROLE)) {
      notes.add(
          "Contact %s was a %s before; Intercom cannot make it one again."
              .formatted(id, each.before()));
      return false;
    }
    if (each.field().equals(FieldName.EXTERNAL_ID) && each.before().isEmpty()) {
      notes.add(
          "Contact %s had no number before; Intercom cannot take a number away.".formatted(id));
      return false;
    }
    return true;
  }

  /// Only a contact that can be seen can be blocked.
  private void blockAgain(ContactId id) {
    deeds.add(new Deed.Unarchive(id));
    deeds.add(new Deed.Block(id));
  }

  private void bringBack(ContactId id, List<Deed> way) {
    if (now.contact(id).isEmpty()) {
      deeds.addAll(way);
      returning.add(id);
    }
  }

  private void putAway(ContactId id, Standing to) {
    var found = now.contact(id);
    if (found.isEmpty()) {
      if (to == Standing.BLOCKED) {
        blockAgain(id);
      }
    } else if (owner.hasLost(found.get())) {
      leaveToOthers(found.get());
    } else {
      deeds.add(to == Standing.BLOCKED ? new Deed.Block(id) : archive(found.get()));
    }
  }

  private Deed archive(Contact contact) {
    var number = contact.externalId().filter(each -> !each.equals(past.member().value()));
    return new Deed.Archive(contact.id(), number);
  }

  private void part(ContactId lead, ContactId user) {
    if (now.contact(lead).isEmpty()) {
      notes.add(
          "Lead %s was merged into contact %s; Intercom cannot part them.".formatted(lead, user));
    }
  }

  private void leaveToOthers(Contact contact) {
    open.add(
        "Contact %s carries the number %s now, so it is somebody else's, and stays as it is."
            .formatted(contact.id(), contact.externalId().orElse("")));
  }

  private void noteGone(ContactId id) {
    notes.add("Contact %s is no longer there; nothing of it can be taken back.".formatted(id));
  }

  private static String words(Set<Belonging> belongings) {
    return belongings.stream().sorted().map(Belonging::words).collect(Collectors.joining(", "));
  }
}
