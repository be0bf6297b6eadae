package org.rollcall.app;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.doctor.Check;
import org.rollcall.doctor.FirstVisit;
import org.rollcall.doctor.Gate;
import org.rollcall.doctor.HttpVisitor;
import org.rollcall.doctor.JoinedRows;
import org.rollcall.doctor.ReachCheck;
import org.rollcall.doctor.RosterChecks;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.plan.LostRows;
import org.rollcall.plan.Past;
import org.rollcall.roster.Patience;
import org.rollcall.roster.postgres.PostgresUrl;
import org.rollcall.roster.postgres.PostgresVisitor;
import org.rollcall.run.RunStopped;
import org.rollcall.settings.Settings;
import org.rollcall.settings.Source;
import org.rollcall.store.StoreTrouble;
import org.rollcall.survey.Visitor;

/// What the doctor looks at in the roster's database.
final class RosterCheckup {
  private final NamedSync sync;
  private final ProgramSurroundings surroundings;
  private final InstantSource clock;

  RosterCheckup(NamedSync sync, ProgramSurroundings surroundings, InstantSource clock) {
    this.sync = sync;
    this.surroundings = surroundings;
    this.clock = clock;
  }

  /// Whether the database can be reached.
  ReachCheck way() {
    return switch (settings().source()) {
      case Source.Supabase(var url, _, _, _) ->
          way("Supabase", "SUPABASE_URL", URI.create(url), new HttpVisitor(clock));
      case Source.Postgres(var text, _, _) -> {
        var url = PostgresUrl.of(text.value());
        yield way("PostgreSQL", "DATABASE_URL", url.address(), new PostgresVisitor(url, clock));
      }
    };
  }

  private static ReachCheck way(String server, String setting, URI address, Visitor visitor) {
    return new ReachCheck(server, setting, address, new FirstVisit(visitor));
  }

  /// All checks.
  ///
  /// @param store the check of the store, where it is in the same database
  List<Check> checks(ReachCheck way, Optional<Check> store) {
    var behind = new ArrayList<Check>();
    store.ifPresent(behind::add);
    behind.addAll(tables());
    return List.of(new Gate(way, behind));
  }

  private List<Check> tables() {
    return RosterChecks.of(
        joinedRows(),
        settings().upkeep().freshness(),
        Rosters.survey(settings(), new Patience(_ -> {})),
        clock);
  }

  private JoinedRows joinedRows() {
    return new JoinedRows(
        settings().mapping().roster(),
        Rosters.joinedTables(definition()),
        this::past,
        new LostRows(settings().safeguard()));
  }

  /// What earlier runs add up to. That the store cannot be read is a finding of another check.
  private Past past() {
    try {
      var known = surroundings.factsForSimulation(sync, _ -> {});
      return Past.of(known.facts().pastRuns().all(), clock.instant());
    } catch (StoreTrouble | RunStopped _) {
      return Past.UNKNOWN;
    }
  }

  private Settings settings() {
    return definition().settings();
  }

  private SyncDefinition definition() {
    return sync.definition();
  }
}
