package org.rollcall.app;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.doctor.AttributesCheck;
import org.rollcall.doctor.Check;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.Examination;
import org.rollcall.doctor.Finding;
import org.rollcall.doctor.FolderChecks;
import org.rollcall.doctor.HttpVisitor;
import org.rollcall.doctor.JoinedRows;
import org.rollcall.doctor.KeyCheck;
import org.rollcall.doctor.PermissionCheck;
import org.rollcall.doctor.ReachCheck;
import org.rollcall.doctor.RosterChecks;
import org.rollcall.doctor.ScheduleCheck;
import org.rollcall.doctor.SettingsFindings;
import org.rollcall.doctor.WorkspaceCheck;
import org.rollcall.intercom.AccessToken;
import org.rollcall.intercom.Connection;
import org.rollcall.intercom.HttpAttributes;
import org.rollcall.intercom.HttpContacts;
import org.rollcall.intercom.HttpWire;
import org.rollcall.listing.GatewayDirectory;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.SyncName;
import org.rollcall.model.Workspace;
import org.rollcall.plan.LostRows;
import org.rollcall.plan.Past;
import org.rollcall.roster.postgres.PostgresUrl;
import org.rollcall.roster.postgres.PostgresVisitor;
import org.rollcall.roster.supabase.SupabaseKey;
import org.rollcall.run.LastWorkspace;
import org.rollcall.run.RunStopped;
import org.rollcall.run.WorkspaceRule;
import org.rollcall.settings.Pace;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsException;
import org.rollcall.settings.Source;
import org.rollcall.store.StoreTrouble;
import org.rollcall.survey.Repair;

/// One visit to the doctor: which checks there are for these settings, and who makes them.
///
/// Nothing is tried twice, because somebody waits for the answer. A server that answers only at the
/// third attempt is a finding, too.
final class DoctorWiring {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Map<String, String> REGIONS =
      Map.of(
          "US", "https://api.intercom.io",
          "EU", "https://api.eu.intercom.io",
          "AU", "https://api.au.intercom.io");

  private final Program program;
  private final SyncName name;
  private final ProgramSurroundings surroundings;
  private final InstantSource clock;
  private final List<HttpWire> wires = new ArrayList<>();

  /// @param name the sync to look at
  DoctorWiring(
      Program program, SyncName name, ProgramSurroundings surroundings, InstantSource clock) {
    this.program = program;
    this.name = name;
    this.surroundings = surroundings;
    this.clock = clock;
  }

  /// Looks at everything. Where the settings are wrong, checks that need them are left out.
  Diagnosis examine() throws InterruptedException {
    var findings = new ArrayList<Finding>();
    var checks = new ArrayList<Check>();
    var attributes = Optional.<AttributesCheck>empty();
    try {
      var definition = program.sync(Optional.of(name)).definition();
      var settings = definition.settings();
      program.settings().notifiers();
      findings.add(SettingsFindings.good(program.text(name).name()));
      guarded(findings, () -> checks.addAll(roster(definition)));
      checks.add(schedule(settings));
      checks.add(new StoreCheck(surroundings.store()));
      checks.add(intercomWay(settings));
      attributes = guarded(findings, () -> intercom(definition, checks));
    } catch (SettingsException wrong) {
      findings.addAll(SettingsFindings.of(wrong));
    }
    checks.addAll(FolderChecks.of(program.state().folder()));
    try {
      findings.addAll(new Examination(PATIENCE).of(checks));
    } finally {
      wires.forEach(HttpWire::close);
    }
    return new Diagnosis(findings, attributes.map(AttributesCheck::repairs).orElse(List.of()));
  }

  /// The result of `building`. Where a value of the settings cannot be used, the result is empty
  /// and there is a finding, whose message does not repeat the value.
  private static <T> Optional<T> guarded(List<Finding> findings, Supplier<T> building) {
    try {
      return Optional.of(building.get());
    } catch (SettingsException wrong) {
      findings.addAll(SettingsFindings.of(wrong));
    } catch (IllegalArgumentException | RunStopped wrong) {
      findings.add(new Finding.Wrong("Settings", String.valueOf(wrong.getMessage()), ""));
    }
    return Optional.empty();
  }

  private Check schedule(Settings settings) {
    return new ScheduleCheck(settings.upkeep().schedule(), clock, ZoneId.systemDefault());
  }

  /// The workspace that the token opens; empty where there is no answer.
  Optional<Workspace> openedWorkspace() throws InterruptedException {
    var settings = program.sync(Optional.of(name)).definition().settings();
    try (var wire = wire(settings, settings.intercom().url())) {
      var answer = new HttpContacts(wire, Set.of(), clock).send(new Request.Identify());
      return answer.reply() instanceof Reply.Identity(var workspace)
          ? Optional.of(workspace)
          : Optional.empty();
    }
  }

  /// Creates what is missing, and says for each whether it worked.
  List<Finding> repair(List<Repair> repairs) throws InterruptedException {
    var settings = program.sync(Optional.of(name)).definition().settings();
    try (var wire = wire(settings, settings.intercom().url())) {
      var maker = new HttpAttributes(wire);
      var findings = new ArrayList<Finding>();
      for (var repair : repairs) {
        findings.add(told(repair, maker.make(repair)));
      }
      return findings;
    }
  }

  private static Finding told(Repair repair, Optional<String> refusal) {
    var subject = "Custom attribute " + repair.name();
    return refusal
        .<Finding>map(why ->
            new Finding.Wrong(
                subject,
                "Not created: " + why,
                "Create it in Intercom under Settings › Data › People."))
        .orElseGet(() -> new Finding.Good(subject, "Created, type %s.".formatted(repair.type())));
  }

  private List<Check> roster(SyncDefinition definition) {
    var settings = definition.settings();
    var checks = new ArrayList<Check>();
    switch (settings.source()) {
      case Source.Supabase(var url, var key, _) -> {
        checks.add(
            new ReachCheck("Supabase", "SUPABASE_URL", URI.create(url), new HttpVisitor(clock)));
        var refusal = SupabaseKey.of(key.value()).refusal();
        checks.add(new KeyCheck(refusal));
        if (refusal.isPresent()) {
          return checks;
        }
      }
      case Source.Postgres(var text, _) -> {
        var url = PostgresUrl.of(text.value());
        checks.add(
            new ReachCheck(
                "PostgreSQL", "DATABASE_URL", url.address(), new PostgresVisitor(url, clock)));
      }
    }
    checks.addAll(
        RosterChecks.of(
            joinedRows(definition),
            settings.upkeep().freshness(),
            Rosters.survey(settings, _ -> {}),
            clock));
    return checks;
  }

  private JoinedRows joinedRows(SyncDefinition definition) {
    var settings = definition.settings();
    return new JoinedRows(
        settings.mapping().roster(),
        Rosters.joinedTables(definition),
        this::past,
        new LostRows(settings.safeguard()));
  }

  /// What earlier runs add up to. That the store cannot be read is a finding of another check.
  private Past past() {
    try {
      var known = surroundings.factsForSimulation(program.sync(Optional.of(name)), _ -> {});
      return Past.of(known.facts().pastRuns().all(), clock.instant());
    } catch (StoreTrouble | RunStopped _) {
      return Past.UNKNOWN;
    }
  }

  /// That the store cannot be read is a finding of another check.
  private LastWorkspace lastWorkspace() {
    return surroundings.memory(program.sync(Optional.of(name)), _ -> {}).lastWorkspace();
  }

  private Check intercomWay(Settings settings) {
    return new ReachCheck(
        "Intercom",
        "intercom.region, or INTERCOM_API_URL",
        URI.create(settings.intercom().url()),
        new HttpVisitor(clock));
  }

  /// Adds the checks that need the token.
  private AttributesCheck intercom(SyncDefinition setup, List<Check> checks) {
    var settings = setup.settings();
    var gateway = gateway(settings, settings.intercom().url());
    var attributes =
        new AttributesCheck(
            setup.projection().attributes(), setup.possibleTexts(), new GatewayDirectory(gateway));
    checks.add(
        new WorkspaceCheck(
            gateway,
            elsewhere(settings),
            URI.create(settings.intercom().url()),
            new WorkspaceRule(settings.intercom().workspace(), Optional.empty(), lastWorkspace()),
            words(settings.intercom().rate())));
    checks.add(new PermissionCheck(gateway));
    checks.add(attributes);
    return attributes;
  }

  /// The other regions, if the settings name one. A token must go to Intercom and to nobody else.
  private SequencedMap<String, Gateway> elsewhere(Settings settings) {
    var others = new LinkedHashMap<String, Gateway>();
    var here = settings.intercom().url();
    if (REGIONS.containsValue(here)) {
      REGIONS.forEach((region, url) -> {
        if (!url.equals(here)) {
          others.put(region, gateway(settings, url));
        }
      });
    }
    return others;
  }

  private Gateway gateway(Settings settings, String url) {
    var wire = wire(settings, url);
    wires.add(wire);
    return new HttpContacts(wire, Set.of(), clock);
  }

  private static HttpWire wire(Settings settings, String url) {
    var intercom = settings.intercom();
    return new HttpWire(
        Connection.to(
                URI.create(url),
                new AccessToken(settings.requireToken().value()),
                Version.userAgent())
            .withVersion(intercom.version())
            .withTimeouts(intercom.connectTimeout(), intercom.requestTimeout()));
  }

  private static String words(Pace pace) {
    return switch (pace) {
      case Pace.UpTo(var rate) -> rate.calls() + " in " + rate.window().toSeconds() + " s";
      case Pace.Auto() -> "as many as that";
    };
  }
}
