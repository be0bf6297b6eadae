package org.rollcall.app;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rollcall.apply.Applier;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Recovery;
import org.rollcall.listing.GatewayDirectory;
import org.rollcall.listing.Listing;
import org.rollcall.mapping.Projected;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.FieldName;
import org.rollcall.model.Member;
import org.rollcall.plan.Roll;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.Undoing;
import org.rollcall.run.KnownRefusals;
import org.rollcall.run.Planning;
import org.rollcall.run.Preflight;
import org.rollcall.run.Reading;
import org.rollcall.run.RefusedFields;
import org.rollcall.run.Roster;
import org.rollcall.run.RunEvent;
import org.rollcall.settings.Pace;

/// The pieces that a command is put together from, each as the settings say.
///
/// @param refused what not to send again
/// @param events heard from one thread at a time
record SyncWiring(
    SyncDefinition setup,
    RefusedFields refused,
    InstantSource clock,
    Sleep sleep,
    Consumer<RunEvent> events) {
  /// The way to Intercom; whoever asks for it closes it.
  IntercomClient client() {
    return new IntercomClient(
        setup.settings().intercom(),
        setup.settings().requireToken(),
        setup.projection().attributes().keySet(),
        clock,
        sleep,
        events);
  }

  /// The members as they should be, read anew.
  Reading reading() {
    return new Reading(roster(), mapping());
  }

  Function<Member, Projected> mapping() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var holdingBack = new KnownRefusals(refused);
    return member -> holdingBack.from(setup.projection().project(member, today));
  }

  /// What each mapped field is made of, as the settings have it.
  SortedMap<FieldName, String> expressions() {
    var expressions = new TreeMap<FieldName, String>();
    setup.projection().expressions().forEach((field, text) -> expressions.put(field, text.text()));
    return expressions;
  }

  Planning planning(IntercomClient client, Preflight preflight) {
    var directory = new GatewayDirectory(client.gateway(), listing());
    return planning(directory, preflight, mapping());
  }

  /// The same from Intercom's list, however large: for whoever looks at what was written minutes
  /// ago, when Intercom's search still shows what was before.
  Planning planningByTheList(
      IntercomClient client, Preflight preflight, Function<Member, Projected> mapping) {
    return planning(new GatewayDirectory(client.gateway()), preflight, mapping);
  }

  private Planning planning(
      GatewayDirectory directory, Preflight preflight, Function<Member, Projected> mapping) {
    var roster = roster();
    return new Planning(
        new Reading(roster, mapping),
        roster,
        directory,
        preflight,
        setup.settings().policy(),
        new KnownRefusals(refused));
  }

  private Listing listing() {
    var intercom = setup.settings().intercom();
    return switch (intercom.listing()) {
      case AUTO -> Listing.auto(intercom.concurrency(), perSecond(intercom.rate()));
      case CHAIN -> Listing.CHAIN;
    };
  }

  /// Calls that may be made in a second, as far as is known before the first.
  private static double perSecond(Pace pace) {
    return switch (pace) {
      case Pace.UpTo(var rate) -> rate.calls() * 1e9 / rate.window().toNanos();
      case Pace.Auto() -> Double.MAX_VALUE;
    };
  }

  /// Reads Intercom's list, for the reason that [#planningByTheList] does.
  Undoing undoing(IntercomClient client, List<JournaledChange> changes, Preflight preflight) {
    return new Undoing(
        changes,
        new GatewayDirectory(client.gateway()),
        preflight,
        setup.projection().attributes());
  }

  /// @param admitted told the workspace once it is the right one
  Preflight preflight(Preflight.Admission admitted) {
    return new Preflight(
        setup.settings().intercom().workspace(),
        setup.projection().attributes(),
        account -> {
          events.accept(new RunEvent.Admitted(account));
          admitted.admit(account);
        });
  }

  /// @param batchSize how many members go to Intercom between two lines of progress
  Function<Roll, Applier> applier(Gateway gateway, int batchSize) {
    return roll ->
        new Applier(
            gateway,
            new Recovery(roll, setup.settings().policy()),
            setup.settings().intercom().concurrency(),
            batchSize);
  }

  private Roster roster() {
    return Rosters.fresh(setup.settings(), sleep, clock);
  }
}
