package org.rollcall.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.app.OrphanList;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.Privacy;

/// Orphans for a person to read: how many there are and what happens to them, then a line each.
///
/// @param privacy how people's data appear
record OrphansView(Privacy privacy) {
  private static final List<String> HEAD =
      List.of("external id", "last seen", "contact", "e-mail", "name");

  Stream<StyledLine> of(OrphanList orphans) {
    var contacts = orphans.contacts();
    if (contacts.isEmpty()) {
      return Stream.of(
          StyledLine.EMPTY.green(
              "No orphans: every external id that looks like a member number is in the members' table."));
    }
    return Stream.concat(
        Stream.of(StyledLine.EMPTY.bold(heading(orphans)), StyledLine.EMPTY),
        Columns.of(HEAD, contacts.stream().map(this::cells).toList()));
  }

  private static String heading(OrphanList orphans) {
    var happens =
        switch (orphans.treatment()) {
          case Leavers.Ignore() -> "a sync leaves them as they are";
          case Leavers.Mark _ -> "a sync marks them";
          case Leavers.Archive() -> "a sync archives them";
        };
    return "%s in workspace %s: %s (leavers.orphans: %s)."
        .formatted(
            Words.count(orphans.contacts().size(), "orphan"),
            orphans.target().workspace().id(),
            happens,
            orphans.treatment().word());
  }

  private List<String> cells(Contact contact) {
    return List.of(
        contact.externalId().orElse(""),
        seen(contact.lastSeenAt()),
        contact.id().value(),
        privacy.email(contact.profile().shown(FieldName.EMAIL)),
        privacy.name(contact.profile().shown(FieldName.NAME)));
  }

  private static String seen(long unixSeconds) {
    return unixSeconds == 0
        ? "never"
        : Instant.ofEpochSecond(unixSeconds).atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
