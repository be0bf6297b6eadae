package org.rollcall.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.Finding;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Change;
import org.rollcall.plan.Plan;
import org.rollcall.plan.Safeguard;
import org.rollcall.review.Explanation;
import org.rollcall.review.History;
import org.rollcall.review.JournaledChange;
import org.rollcall.run.Delivery;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsException;
import org.rollcall.settings.SettingsText;
import org.rollcall.store.StoreTrouble;
import org.rollcall.survey.Repair;

/// Puts the program together: the only place that knows which adapters there are.
public final class App implements Operations {
  private static final Path SETTINGS = Path.of("rollcall.yaml");
  private static final Path MEMORY = Path.of(".rollcall");

  private final Map<String, String> environment;
  private final Path folder;
  private final InstantSource clock;

  /// @param environment the variables that settings may name
  /// @param folder where the settings file and what is kept between runs are looked for
  public App(Map<String, String> environment, Path folder, InstantSource clock) {
    this.environment = Map.copyOf(environment);
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public Report sync(SyncOptions options, Consumer<RunEvent> events, BooleanSupplier stop) {
    return orSettings(() -> {
      var setup = setup(options.config());
      var batchSize = options.batchSize().orElse(setup.settings().batchSize());
      var safeguard = safeguard(setup, options.force());
      try (var notifying = new RunNotifications(setup.settings().notifiers(), clock)) {
        return notifying.around(
            heard -> session(setup, stop, heard).sync(options.limit(), batchSize, safeguard),
            stop,
            events);
      }
    });
  }

  @Override
  public Report simulate(SyncOptions options, Consumer<RunEvent> events, BooleanSupplier stop)
      throws InterruptedException {
    return orSettings(
        () -> session(setup(options.config()), stop, events).simulate(options.limit()));
  }

  @Override
  public Plan plan(PlanOptions options, Consumer<RunEvent> events) throws InterruptedException {
    return orSettings(
        () -> session(setup(options.config()), () -> false, events).plan(options.limit()));
  }

  @Override
  public Explanation explain(Optional<Path> config, String asked, Consumer<RunEvent> events)
      throws InterruptedException {
    return orSettings(() ->
        session(setup(config), () -> false, events)
            .explain(asked, (member, last) -> earlier(config, member, last)));
  }

  /// A history that cannot be read is no reason to explain nothing.
  private List<JournaledChange> earlier(Optional<Path> config, MemberId member, int last) {
    try {
      return remembered(config, history -> history.changes(member, last));
    } catch (RunStopped _) {
      return List.of();
    }
  }

  @Override
  public Report apply(
      String command,
      SyncOptions options,
      Function<List<Change>, List<Change>> choice,
      Consumer<RunEvent> events,
      BooleanSupplier stop) {
    return orSettings(() -> {
      var setup = setup(options.config());
      return session(setup, stop, events).apply(command, choice, safeguard(setup, options.force()));
    });
  }

  @Override
  public String settingsDigest(Optional<Path> config) {
    return orSettings(() -> text(config).digest());
  }

  @Override
  public <T> T remembered(Optional<Path> config, Function<History, T> question) {
    return orSettings(() -> {
      try (var store =
          StoreConnection.open(setup(config).settings().memory(), folder.resolve(MEMORY))) {
        return question.apply(store.history());
      }
    });
  }

  @Override
  public Plan planUndo(UndoOptions options, Consumer<RunEvent> events) throws InterruptedException {
    return orSettings(
        () -> session(setup(options.config()), () -> false, events).planUndo(journaled(options)));
  }

  @Override
  public Report undo(UndoOptions options, Consumer<RunEvent> events, BooleanSupplier stop) {
    return orSettings(() -> {
      var setup = setup(options.config());
      return session(setup, stop, events)
          .undo(journaled(options), safeguard(setup, options.force()));
    });
  }

  private List<JournaledChange> journaled(UndoOptions options) {
    return remembered(
        options.config(),
        history -> {
          if (history.run(options.run()).isEmpty()) {
            throw new RunStopped(
                RunStopped.Kind.FAILED,
                "No run is called %s. 'rollcall history' lists the latest."
                    .formatted(options.run()));
          }
          return history.changes(options.run()).stream()
              .filter(change -> options.member().map(change.member().value()::equals).orElse(true))
              .toList();
        });
  }

  private static Optional<Safeguard> safeguard(SyncDefinition setup, boolean force) {
    return force ? Optional.empty() : Optional.of(new Safeguard(setup.settings().safeguard()));
  }

  @Override
  public Optional<Privacy> privacy(Optional<Path> config) {
    try {
      return Settings.read(text(config), environment).privacy();
    } catch (SettingsException _) {
      return Optional.empty();
    }
  }

  @Override
  public String settingsTemplate() {
    return SettingsText.builtIn().text();
  }

  @Override
  public Diagnosis examine(Optional<Path> config) throws InterruptedException {
    return orSettings(() -> consultation(config).examine());
  }

  @Override
  public List<Finding> repair(Optional<Path> config, List<Repair> repairs)
      throws InterruptedException {
    return orSettings(() -> consultation(config).repair(repairs));
  }

  @Override
  public List<Delivery> testNotifiers(Optional<Path> config) throws InterruptedException {
    return orSettings(() -> {
      try (var notifying = new RunNotifications(setup(config).settings().notifiers(), clock)) {
        return notifying.test();
      }
    });
  }

  private DoctorWiring consultation(Optional<Path> config) {
    return new DoctorWiring(text(config), environment, folder.resolve(MEMORY), clock);
  }

  private RunLauncher session(
      SyncDefinition setup, BooleanSupplier stop, Consumer<RunEvent> events) {
    return new RunLauncher(setup, Optional.of(folder.resolve(MEMORY)), clock, stop, events);
  }

  private SyncDefinition setup(Optional<Path> config) {
    return SyncDefinition.read(text(config), environment);
  }

  private SettingsText text(Optional<Path> config) {
    return config.map(folder::resolve).map(SettingsText::of).orElseGet(this::usual);
  }

  private SettingsText usual() {
    var file = folder.resolve(SETTINGS);
    return Files.exists(file) ? SettingsText.of(file) : SettingsText.builtIn();
  }

  /// Wrong settings end every command in the same way.
  private static <T, X extends Exception> T orSettings(Work<T, X> work) throws X {
    try {
      return work.run();
    } catch (SettingsException wrong) {
      throw new RunStopped(RunStopped.Kind.SETTINGS, String.valueOf(wrong.getMessage()));
    } catch (StoreTrouble trouble) {
      throw new RunStopped(RunStopped.Kind.FAILED, String.valueOf(trouble.getMessage()), trouble);
    }
  }

  @FunctionalInterface
  private interface Work<T, X extends Exception> {
    T run() throws X;
  }
}
