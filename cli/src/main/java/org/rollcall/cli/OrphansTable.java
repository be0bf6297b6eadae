package org.rollcall.cli;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.app.OrphanList;
import org.rollcall.csv.Csv;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Privacy;

/// Orphans as CSV, for a spreadsheet: a line of names, then a line for each contact.
///
/// @param privacy how people's data appear
record OrphansTable(Privacy privacy) {
  private static final List<Object> NAMES =
      List.of("external_id", "contact", "email", "name", "created", "last_seen");

  Stream<String> of(OrphanList orphans) {
    return Stream.concat(Stream.of(NAMES), orphans.contacts().stream().map(this::cells))
        .map(Csv::line);
  }

  private List<Object> cells(Contact contact) {
    return List.of(
        contact.externalId().orElse(""),
        contact.id(),
        privacy.email(contact.profile().shown(FieldName.EMAIL)),
        privacy.name(contact.profile().shown(FieldName.NAME)),
        time(contact.createdAt()),
        time(contact.lastSeenAt()));
  }

  private static Object time(long unixSeconds) {
    return unixSeconds == 0 ? "" : Instant.ofEpochSecond(unixSeconds);
  }
}
