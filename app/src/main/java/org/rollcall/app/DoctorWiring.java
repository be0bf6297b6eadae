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
import org.rollcall.doctor.FirstVisit;
import org.rollcall.doctor.FolderChecks;
import org.rollcall.doctor.Gate;
import org.rollcall.doctor.HttpVisitor;
import org.rollcall.doctor.NetworkCheck;
import org.rollcall.doctor.PermissionCheck;
import org.rollcall.doctor.ReachCheck;
import org.rollcall.doctor.ScheduleCheck;
import org.rollcall.doctor.SettingsFindings;
import org.rollcall.doctor.WorkspaceCheck;
import org.rollcall.draft.NamedCode;
import org.rollcall.intercom.AccessToken;
import org.rollcall.intercom.Connection;
import org.rollcall.intercom.HttpAttributes;
import org.rollcall.intercom.HttpContacts;
import org.rollcall.intercom.HttpWire;
import org.rollcall.listing.GatewayDirectory;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.SyncName;
import org.rollcall.model.Workspace;
import org.rollcall.run.LastWorkspace;
import org.rollcall.run.RunStopped;
import org.rollcall.run.WorkspaceRule;
import org.rollcall.settings.Pace;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsException;
import org.rollcall.settings.Source;
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

  /// What is not looked at where nobody can say what the settings mean.
  static final List<String> NEED_SETTINGS = List.of("Roster", "Store", "Intercom", "Schedule");

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

  /// Looks at everything. Where the settings are wrong, checks that need them are left out, and the
  /// finding names them.
  Diagnosis examine() throws InterruptedException {
    var findings = new ArrayList<Finding>();
    var checks = new ArrayList<Check>();
    var attributes = Optional.<AttributesCheck>empty();
    try {
      var sync = program.sync(Optional.of(name));
      var settings = sync.definition().settings();
      program.settings().notifiers();
      findings.add(SettingsFindings.good(program.text(name).name()));
      attributes = servers(sync, findings, checks);
      checks.add(schedule(settings));
    } catch (SettingsException wrong) {
      findings.addAll(SettingsFindings.of(wrong.callingIntercom(), NEED_SETTINGS));
    }
    checks.addAll(FolderChecks.of(program.state().folder()));
    try {
      findings.addAll(new Examination(PATIENCE, System::nanoTime).of(checks));
    } finally {
      wires.forEach(HttpWire::close);
    }
    var codes =
        findings.stream().anyMatch(Finding.Wrong.class::isInstance)
            ? List.<NamedCode>of()
            : codes(findings);
    return new Diagnosis(
        findings, attributes.map(AttributesCheck::repairs).orElse(List.of()), codes);
  }

  /// Counts the codes, once all else is right.
  private List<NamedCode> codes(List<Finding> findings) throws InterruptedException {
    var sync = program.sync(Optional.of(name));
    var counted = new CodesCheckup(sync, surroundings.turns(false), clock).counted();
    findings.addAll(counted.findings());
    return counted.codes();
  }

  /// Adds the checks of all that is reached over the network.
  private Optional<AttributesCheck> servers(
      NamedSync sync, List<Finding> findings, List<Check> checks) {
    var settings = sync.definition().settings();
    var ways = new ArrayList<ReachCheck>();
    var behind = new ArrayList<Check>();
    var store = new StoreCheck(surroundings.store());
    var shared = isInRoster(settings);
    guarded(
        findings,
        List.of("Roster"),
        () -> {
          var roster = new RosterCheckup(sync, surroundings, clock);
          var way = roster.way();
          behind.addAll(roster.checks(way, shared ? Optional.of(store) : Optional.<Check>empty()));
          return ways.add(way);
        });
    var pause = new PauseCheck(() -> surroundings.brake(sync));
    (store.isFar() ? behind : checks).add(pause);
    if (!shared) {
      (store.isFar() ? behind : checks).add(store);
    }
    var way = intercomWay(settings);
    ways.add(way);
    var needToken = new ArrayList<Check>();
    var attributes =
        guarded(
            findings,
            List.of("Intercom token", "Contacts", "Custom attributes"),
            () -> intercom(sync.definition(), needToken));
    behind.add(new Gate(way, needToken));
    checks.add(new Gate(new NetworkCheck(ways), behind));
    return attributes;
  }

  /// Whether the store is kept in the roster's database, as the same user.
  private boolean isInRoster(Settings settings) {
    return settings.source() instanceof Source.Postgres(var url, _, _)
        && program.settings().store().url().filter(url::equals).isPresent();
  }

  /// The result of `building`. Where a value of the settings cannot be used, the result is empty
  /// and there is a finding, whose message does not repeat the value.
  ///
  /// @param unseen what cannot be looked at then
  private static <T> Optional<T> guarded(
      List<Finding> findings, List<String> unseen, Supplier<T> building) {
    try {
      return Optional.of(building.get());
    } catch (SettingsException wrong) {
      findings.addAll(SettingsFindings.of(wrong, unseen));
    } catch (IllegalArgumentException | RunStopped wrong) {
      findings.add(SettingsFindings.wrong(String.valueOf(wrong.getMessage()), unseen));
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

  /// That the store cannot be read is a finding of another check.
  private LastWorkspace lastWorkspace() {
    return surroundings.memory(program.sync(Optional.of(name)), _ -> {}).lastWorkspace();
  }

  private ReachCheck intercomWay(Settings settings) {
    return new ReachCheck(
        "Intercom",
        "intercom.region, or INTERCOM_API_URL",
        URI.create(settings.intercom().url()),
        new FirstVisit(new HttpVisitor(clock)));
  }

  /// Adds the checks that need the token. All but the first need it to be right.
  private AttributesCheck intercom(SyncDefinition setup, List<Check> checks) {
    var settings = setup.settings();
    var gateway = gateway(settings, settings.intercom().url());
    var attributes =
        new AttributesCheck(
            setup.projection().attributes(), setup.possibleTexts(), new GatewayDirectory(gateway));
    var token =
        new WorkspaceCheck(
            gateway,
            elsewhere(settings),
            URI.create(settings.intercom().url()),
            new WorkspaceRule(settings.intercom().workspace(), Optional.empty(), lastWorkspace()),
            words(settings.intercom().rate()));
    checks.add(new Gate(token, List.of(new PermissionCheck(gateway), attributes)));
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
