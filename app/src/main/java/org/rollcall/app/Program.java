package org.rollcall.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.Privacy;
import org.rollcall.model.SyncName;
import org.rollcall.run.RunStopped;
import org.rollcall.settings.Problem;
import org.rollcall.settings.ProgramSettings;
import org.rollcall.settings.Secret;
import org.rollcall.settings.ServerSettings;
import org.rollcall.settings.SettingsException;
import org.rollcall.settings.SettingsText;

/// The program as one settings file describes it: its syncs by name, and what belongs to all of
/// them. The file is read once, and each part is checked only when a command needs it. For many
/// threads.
final class Program {
  private static final Path USUAL = Path.of("rollcall.yaml");

  private final Optional<Path> file;
  private final SettingsText text;
  private final Map<String, String> environment;
  private final StatePlace state;
  private final ProgramSettings settings;
  private final Supplier<SequencedMap<SyncName, SettingsText>> texts =
      new ReadOnce<>(this::readTexts);
  private final Map<SyncName, Supplier<NamedSync>> syncs = new LinkedHashMap<>();

  private Program(
      Optional<Path> file, SettingsText text, Map<String, String> environment, Path here) {
    this.file = file;
    this.text = text;
    this.environment = environment;
    this.state = StatePlace.of(environment, file, here);
    this.settings = new ProgramSettings(text, environment);
  }

  /// @param selection which settings; its sync is ignored
  /// @param process the process's own variables
  /// @param here the folder that the program was started in
  /// @throws org.rollcall.settings.SettingsException when the file cannot be read
  static Program of(Selection selection, Map<String, String> process, Path here) {
    var file =
        selection
            .config()
            .map(here::resolve)
            .or(() -> Optional.of(here.resolve(USUAL)).filter(Files::exists));
    var environment =
        selection
            .environmentFile()
            .map(here::resolve)
            .or(() -> file.map(Program::variablesBeside).filter(Files::exists))
            .map(variables -> EnvironmentFile.beside(process, variables))
            .orElse(process);
    return new Program(
        file, file.map(SettingsText::of).orElseGet(SettingsText::builtIn), environment, here);
  }

  private static Path variablesBeside(Path settings) {
    return settings.toAbsolutePath().resolveSibling(".env");
  }

  /// What belongs to all syncs.
  ProgramSettings settings() {
    return settings;
  }

  /// Where the service answers. Relative paths of its files begin beside the settings file.
  ServerSettings server() {
    return settings
        .server()
        .located(path ->
            file.map(each -> each.toAbsolutePath().resolveSibling(path).toString()).orElse(path));
  }

  Map<String, String> environment() {
    return environment;
  }

  StatePlace state() {
    return state;
  }

  /// The settings file; empty for the built-in settings.
  Optional<Path> file() {
    return file;
  }

  /// What the settings are called in messages.
  String name() {
    return text.name();
  }

  /// The access token of a sync.
  ///
  /// @throws org.rollcall.settings.SettingsException when there is none
  Secret token(SyncName name) {
    return new ProgramSettings(text(name), environment).token();
  }

  /// The names of all syncs, in the order of the file.
  ///
  /// @throws org.rollcall.settings.SettingsException when the file names them wrongly
  List<SyncName> names() {
    return List.copyOf(texts.get().keySet());
  }

  /// The settings of a sync as they are written.
  SettingsText text(SyncName name) {
    return Optional.ofNullable(texts.get().get(name)).orElseThrow(() -> unknown(name));
  }

  /// A sync, read and checked when it is asked for the first time.
  ///
  /// @param name empty where there is only one
  /// @throws RunStopped when there are several and none is named, or none of this name
  /// @throws org.rollcall.settings.SettingsException with every mistake of its settings
  NamedSync sync(Optional<SyncName> name) {
    var chosen = chosen(name);
    var read = text(chosen);
    synchronized (syncs) {
      return syncs.computeIfAbsent(chosen, _ -> new ReadOnce<>(() -> read(chosen, read))).get();
    }
  }

  /// The same for a command that calls Intercom: what is wrong with the token is told together with
  /// all other mistakes.
  NamedSync connected(Optional<SyncName> name) {
    try {
      return sync(name);
    } catch (SettingsException wrong) {
      throw wrong.callingIntercom();
    }
  }

  /// What logs show about people: for one sync, what its file says; otherwise, what the first file
  /// says.
  Optional<Privacy> privacy(Optional<SyncName> name) {
    var own =
        name.filter(_ -> !isAlone())
            .flatMap(each -> new ProgramSettings(text(each), environment).privacy());
    return own.isPresent() ? own : settings.privacy();
  }

  /// The sync of this name, or the only one.
  ///
  /// @throws RunStopped when there are several and none is named
  SyncName chosen(Optional<SyncName> name) {
    return name.orElseGet(this::only);
  }

  private NamedSync read(SyncName name, SettingsText read) {
    return new NamedSync(
        name,
        isAlone()
            ? SyncDefinition.read(read, environment)
            : SyncDefinition.readNamed(read, environment));
  }

  private boolean isAlone() {
    return settings.syncs().isEmpty();
  }

  private SequencedMap<SyncName, SettingsText> readTexts() {
    var named = new LinkedHashMap<SyncName, SettingsText>();
    var unreadable = new ArrayList<Problem>();
    settings
        .syncs()
        .forEach((name, path) -> {
          try {
            named.put(name, SettingsText.of(beside(name, path)));
          } catch (SettingsException wrong) {
            unreadable.addAll(wrong.problems());
          }
        });
    if (!unreadable.isEmpty()) {
      throw new SettingsException(unreadable);
    }
    if (named.isEmpty()) {
      named.put(SyncName.DEFAULT, text);
    }
    return named;
  }

  private Path beside(SyncName name, String path) {
    try {
      return file.map(each -> each.toAbsolutePath().resolveSibling(path))
          .orElseGet(() -> Path.of(path));
    } catch (InvalidPathException _) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS,
          "The settings file of the sync %s has a name that no file can have here. Give it another, or set LC_ALL=C.UTF-8 for letters beyond ASCII."
              .formatted(name));
    }
  }

  private SyncName only() {
    var names = names();
    if (names.size() > 1) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS,
          "%s names %d syncs: %s. Say which with --sync NAME."
              .formatted(text.name(), names.size(), listed(names)));
    }
    return names.getFirst();
  }

  private RunStopped unknown(SyncName name) {
    return new RunStopped(
        RunStopped.Kind.SETTINGS,
        "No sync is called %s. The settings name: %s.".formatted(name, listed(names())));
  }

  private static String listed(List<SyncName> names) {
    return names.stream().map(SyncName::value).collect(Collectors.joining(", "));
  }
}
