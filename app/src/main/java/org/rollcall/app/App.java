package org.rollcall.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.Finding;
import org.rollcall.doctor.SettingsFindings;
import org.rollcall.model.Newest;
import org.rollcall.model.Privacy;
import org.rollcall.model.Rate;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.model.Workspace;
import org.rollcall.review.Explanation;
import org.rollcall.review.History;
import org.rollcall.run.Delivery;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.settings.ServerSettings;
import org.rollcall.settings.SettingsException;
import org.rollcall.settings.SettingsLine;
import org.rollcall.settings.SettingsText;
import org.rollcall.store.SqlEndedRuns;
import org.rollcall.store.SqlJournal;
import org.rollcall.survey.Repair;

/// Puts the program together. It is the only place that knows which adapters there are. Each
/// settings file is read once, and its store opened once. For many threads.
public final class App implements Operations, AutoCloseable {
  private final Map<String, String> environment;
  private final Path folder;
  private final InstantSource clock;
  private final Duration lease;
  private final LeaseHolder holder = new LeaseHolder();
  private final Supplier<Starter> starter;
  private final Map<Selection, Opened> opened = new HashMap<>();
  private CallMeter calls = CallMeter.NONE;

  /// @param environment the process's variables
  /// @param folder the folder that the program was started in
  public App(Map<String, String> environment, Path folder, InstantSource clock) {
    this(environment, folder, clock, HeldLease.LIFE);
  }

  /// @param environment the process's variables
  /// @param folder the folder that the program was started in
  /// @param lease how long a run that says nothing keeps the right to write
  public App(Map<String, String> environment, Path folder, InstantSource clock, Duration lease) {
    this.environment = Map.copyOf(environment);
    this.folder = folder;
    this.clock = clock;
    this.lease = lease;
    this.starter = new ReadOnce<>(() -> ProcessStarter.of(this.environment));
  }

  /// Counts the calls of runs to Intercom from now on. To be said before anything is asked.
  public synchronized void measure(CallMeter meter) {
    calls = meter;
  }

  private record Opened(Program program, ProgramSurroundings surroundings) {}

  @Override
  public RunHandle start(Selection selection, RunRequest request) {
    return start(selection, request, starter);
  }

  @Override
  public RunHandle start(Selection selection, RunRequest request, Starter other) {
    return start(selection, request, () -> other);
  }

  private RunHandle start(Selection selection, RunRequest request, Supplier<Starter> by) {
    return Sentences.orStopped(() -> {
      var opened = opened(selection);
      return new Runs(opened.surroundings(), clock, by)
          .start(
              opened.program().chosen(selection.sync()),
              () ->
                  switch (request) {
                    case RunRequest.Simulated _ -> opened.program().sync(selection.sync());
                    case RunRequest.Writing _ -> opened.program().connected(selection.sync());
                  },
              request);
    });
  }

  @Override
  public List<SyncName> syncs(Selection selection) {
    return Sentences.orStopped(() -> opened(selection).program().names());
  }

  @Override
  public SyncPlan plan(Selection selection, OptionalInt limit, Consumer<RunEvent> events)
      throws InterruptedException {
    return previews(selection).plan(connected(selection), limit, events);
  }

  @Override
  public SyncPlan planUndo(Selection selection, RunRequest.Undo undo, Consumer<RunEvent> events)
      throws InterruptedException {
    return previews(selection).undo(connected(selection), undo, events);
  }

  @Override
  public Explanation explain(Selection selection, String asked, Consumer<RunEvent> events)
      throws InterruptedException {
    return previews(selection).explanation(connected(selection), asked, events);
  }

  @Override
  public OrphanList orphans(Selection selection, Consumer<RunEvent> events)
      throws InterruptedException {
    return previews(selection).orphans(connected(selection), events);
  }

  @Override
  public List<FoundMember> find(Selection selection, String words, int most)
      throws InterruptedException {
    var sync = Sentences.orStopped(() -> opened(selection).program().sync(selection.sync()));
    return new MemberSearch(words).among(sync.members(clock), most);
  }

  @Override
  public Rate rate(Selection selection) {
    return Sentences.orStopped(() -> {
      var sync = opened(selection).program().sync(selection.sync());
      return Previews.rate(sync.definition().settings().intercom());
    });
  }

  private NamedSync connected(Selection selection) {
    return Sentences.orStopped(() -> opened(selection).program().connected(selection.sync()));
  }

  private Previews previews(Selection selection) {
    return Sentences.orStopped(() -> new Previews(opened(selection).surroundings(), clock));
  }

  @Override
  public List<SettingsLine> settings(Selection selection) {
    return Sentences.orStopped(() -> {
      var program = opened(selection).program();
      return SettingsLine.of(program.text(program.chosen(selection.sync())));
    });
  }

  @Override
  public String settingsDigest(Selection selection) {
    return Sentences.orStopped(() -> {
      var program = opened(selection).program();
      return program.text(program.chosen(selection.sync())).planDigest();
    });
  }

  @Override
  public <T> T remembered(Selection selection, Function<History, T> question) {
    return Sentences.orStopped(() -> question.apply(opened(selection).surroundings().history()));
  }

  @Override
  public Brake brake(Selection selection) {
    return Sentences.orStopped(() -> {
      var opened = opened(selection);
      return opened.surroundings().brake(opened.program().sync(selection.sync()));
    });
  }

  @Override
  public Ignores ignores(Selection selection) {
    return Sentences.orStopped(() -> {
      var opened = opened(selection);
      return opened.surroundings().ignores(opened.program().sync(selection.sync()));
    });
  }

  @Override
  public Access access(Selection selection) {
    return Sentences.orStopped(() -> opened(selection).surroundings().access());
  }

  @Override
  public People people(Selection selection) {
    return Sentences.orStopped(() -> opened(selection).surroundings().people());
  }

  @Override
  public Optional<Privacy> privacy(Selection selection) {
    try {
      return opened(selection).program().privacy(selection.sync());
    } catch (SettingsException | RunStopped _) {
      return Optional.empty();
    }
  }

  @Override
  public String settingsTemplate() {
    return SettingsText.builtIn().text();
  }

  @Override
  public DraftedSettings draftSettings(
      Optional<Path> environmentFile, Path file, Consumer<RunEvent> events)
      throws InterruptedException {
    return Sentences.orStopped(() -> {
      var beside =
          environmentFile
              .map(folder::resolve)
              .or(() ->
                  Optional.of(folder.resolve(file).toAbsolutePath().resolveSibling(".env"))
                      .filter(Files::exists));
      var variables =
          beside.map(each -> EnvironmentFile.beside(environment, each)).orElse(environment);
      return new SettingsDrafting(variables, clock, events).drafted();
    });
  }

  @Override
  public Optional<Workspace> openedWorkspace() throws InterruptedException {
    try {
      var opened = opened(Selection.USUAL);
      return doctor(opened, SyncName.DEFAULT).openedWorkspace();
    } catch (SettingsException | RunStopped _) {
      return Optional.empty();
    }
  }

  @Override
  public Validation validate(Selection selection) {
    return Sentences.orStopped(() -> {
      var program = Program.of(selection, environment, folder);
      var check = new SettingsCheck(program);
      var mistakes = check.of(selection.sync());
      return new Validation(program.name(), mistakes, check.tests());
    });
  }

  @Override
  public List<Timetable> timetables(Selection selection, int count) {
    return Sentences.orStopped(() -> {
      var opened = opened(selection);
      return names(selection, opened.program()).stream()
          .map(name -> timetable(opened, name, count))
          .toList();
    });
  }

  @Override
  public Optional<Instant> newest(Selection selection, Newest asked) throws InterruptedException {
    return connected(selection).newest(asked);
  }

  @Override
  public Optional<String> writer(Selection selection) {
    return Sentences.orStopped(() -> {
      var opened = opened(selection);
      return opened.surroundings().writer(opened.program().sync(selection.sync()));
    });
  }

  /// The store for a service, with connections of its own.
  ///
  /// @param selection its sync is ignored
  /// @throws RunStopped when it cannot be opened, or is a file that another service has
  public ServiceStore serviceStore(Selection selection) {
    return Sentences.orStopped(() -> {
      var program = opened(selection).program();
      return ServiceStore.open(program.settings().store(), program.state().folder());
    });
  }

  /// Where the service answers, with the paths of its files as they are on this machine.
  ///
  /// @param selection its sync is ignored
  public ServerSettings serverSettings(Selection selection) {
    return Sentences.orStopped(() -> opened(selection).program().server());
  }

  /// Writes down runs that are over, all or none, for a history that is told afterwards.
  ///
  /// @param selection its sync is ignored
  public void remember(Selection selection, List<EndedRun> runs) {
    Sentences.orStopped(() -> {
      var opened = opened(selection);
      new SqlEndedRuns(opened.surroundings().store())
          .add(runs.stream().map(run -> ended(opened.program(), run)).toList());
      return true;
    });
  }

  private static SqlEndedRuns.Ended ended(Program program, EndedRun run) {
    var settings = program.sync(Optional.of(run.sync())).definition().digest();
    return new SqlEndedRuns.Ended(
        new SqlJournal.Heading(run.sync(), run.command(), settings, Optional.of(run.starter())),
        run.events());
  }

  /// Who started the program.
  public Starter starter() {
    return starter.get();
  }

  /// The place of the store, without any secret. Nobody is asked.
  ///
  /// @param selection its sync is ignored
  public String storePlace(Selection selection) {
    return Sentences.orStopped(() -> opened(selection).surroundings().store().place());
  }

  private Timetable timetable(Opened opened, SyncName name, int count) {
    var sync = opened.program().sync(Optional.of(name));
    return Timetable.of(
        name,
        sync.definition().settings().upkeep().schedule(),
        opened.surroundings().brake(sync).pause(),
        clock.instant(),
        count);
  }

  private static List<SyncName> names(Selection selection, Program program) {
    return selection.sync().map(List::of).orElseGet(program::names);
  }

  @Override
  public SequencedMap<SyncName, Diagnosis> examine(Selection selection)
      throws InterruptedException {
    var diagnoses = new LinkedHashMap<SyncName, Diagnosis>();
    try {
      var opened = opened(selection);
      for (var name : names(selection, opened.program())) {
        diagnoses.put(name, doctor(opened, name).examine());
      }
    } catch (SettingsException wrong) {
      diagnoses.put(
          selection.sync().orElse(SyncName.DEFAULT),
          new Diagnosis(SettingsFindings.of(wrong, DoctorWiring.NEED_SETTINGS), List.of()));
    }
    return diagnoses;
  }

  @Override
  public List<Finding> repair(Selection selection, List<Repair> repairs)
      throws InterruptedException {
    return Sentences.orStopped(() -> {
      var opened = opened(selection);
      return doctor(opened, opened.program().chosen(selection.sync())).repair(repairs);
    });
  }

  private DoctorWiring doctor(Opened opened, SyncName name) {
    return new DoctorWiring(opened.program(), name, opened.surroundings(), clock);
  }

  @Override
  public List<Delivery> testNotifiers(Selection selection) throws InterruptedException {
    return Sentences.orStopped(() -> {
      var notifiers = opened(selection).program().settings().notifiers();
      try (var notifications = new RunNotifications(notifiers, Optional.empty(), clock)) {
        return notifications.test();
      }
    });
  }

  /// The program is the same for every sync of the settings.
  private synchronized Opened opened(Selection selection) {
    var settings = new Selection(selection.config(), selection.environmentFile(), Optional.empty());
    var known = opened.get(settings);
    if (known == null) {
      var program = Program.of(settings, environment, folder);
      known =
          new Opened(
              program,
              new ProgramSurroundings(
                  program.settings(), program.state(), holder, starter, lease, clock, calls));
      opened.put(settings, known);
    }
    return known;
  }

  /// Closes the stores.
  @Override
  public synchronized void close() {
    opened.values().forEach(each -> each.surroundings().close());
    opened.clear();
  }
}
