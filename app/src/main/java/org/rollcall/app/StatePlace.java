package org.rollcall.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.settings.LostLetters;
import org.rollcall.settings.Problem;
import org.rollcall.settings.SettingsException;

/// Where a program keeps its state, no matter where it is started.
///
/// @param folder holds what belongs to the settings: the store
/// @param leases holds what belongs to the person, with any settings: who writes to which
///   workspace; empty where the person has no folder
/// @param left a folder where an earlier version left a store that is not used now; empty for
///   almost everybody
record StatePlace(Path folder, Optional<Path> leases, Optional<Path> left) {
  private static final String BESIDE = ".rollcall";

  /// @param settings the settings file; empty for the built-in settings
  /// @param here the folder that the program was started in, if no other folder is known
  /// @throws SettingsException when a variable names a folder with letters that are lost
  static StatePlace of(Map<String, String> environment, Optional<Path> settings, Path here) {
    var persons = persons(environment);
    var folder =
        variable(environment, "ROLLCALL_STATE")
            .map(here::resolve)
            .or(() -> settings.map(file -> file.toAbsolutePath().resolveSibling(BESIDE)))
            .or(() -> persons)
            .orElse(here.resolve(BESIDE));
    return new StatePlace(
        folder, persons.map(each -> each.resolve("leases")), left(folder, settings, here));
  }

  /// Without a settings file, earlier versions kept their store in the folder they were started in.
  private static Optional<Path> left(Path folder, Optional<Path> settings, Path here) {
    var before = here.resolve(BESIDE).toAbsolutePath().normalize();
    return Optional.of(before)
        .filter(_ -> settings.isEmpty())
        .filter(each -> !each.equals(folder.toAbsolutePath().normalize()))
        .filter(each -> Files.exists(each.resolve("rollcall.db")));
  }

  /// Ignores a path that is not absolute, as the XDG Base Directory Specification says.
  private static Optional<Path> persons(Map<String, String> environment) {
    return variable(environment, "XDG_STATE_HOME")
        .filter(Path::isAbsolute)
        .or(() -> variable(environment, "HOME").map(home -> home.resolve(".local/state")))
        .map(state -> state.resolve("rollcall"));
  }

  private static Optional<Path> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .map(value -> Path.of(readable(name, value)));
  }

  private static String readable(String name, String value) {
    if (LostLetters.in(value)) {
      throw new SettingsException(
          List.of(new Problem("environment", 0, 0, LostLetters.ofProcess().variable(name))));
    }
    return value;
  }
}
