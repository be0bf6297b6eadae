package org.rollcall.app;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.rollcall.apply.Waiter;
import org.rollcall.draft.CodeTally;
import org.rollcall.listing.GatewayDirectory;
import org.rollcall.mapping.Projected;
import org.rollcall.mapping.Projection;
import org.rollcall.run.Directory;
import org.rollcall.run.RunEvent;
import org.rollcall.settings.Settings;

/// Counts the codes of a roster, and asks contacts what they hold for them.
///
/// @param settings the settings of the roster
/// @param waiter lets time pass
record RosterCodes(Settings settings, Waiter waiter, InstantSource clock) {
  /// The codes that eligible members have, however the settings name them.
  ///
  /// @param limit only those of the first this many members; empty for all
  CodeTally read(OptionalInt limit, Consumer<RunEvent> events) throws InterruptedException {
    var mapping = settings.mapping();
    var bare = Projection.of(mapping.unnamed());
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var tally = new CodeTally(mapping.fieldsOfVocabularies());
    Rosters.of(settings, waiter)
        .read(
            limit,
            member -> {
              if (bare.project(member, today) instanceof Projected.Ready ready) {
                tally.member(ready);
              }
            },
            events);
    return tally;
  }

  /// Asks all contacts.
  void ask(Directory directory, CodeTally tally, Consumer<RunEvent> events)
      throws InterruptedException {
    directory.contacts(
        () -> {
          tally.forgetContacts();
          return tally::contact;
        },
        events);
  }

  /// The workspace, page after page.
  static Directory directory(IntercomClient client) {
    return new GatewayDirectory(client.gateway());
  }
}
