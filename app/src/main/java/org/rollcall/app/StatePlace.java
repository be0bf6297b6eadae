package org.rollcall.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where a program keeps what outlives it, wherever it is started from.
///
/// @param folder what belongs to the settings: the store
/// @param leases what belongs to the person, whatever the settings: who writes to which workspace;
///   empty where the person has no folder
record StatePlace(Path folder, Optional<Path> leases) {
  private static final String BESIDE = ".rollcall";

  /// @param settings the settings file; empty for the built-in settings
  /// @param here the folder that the program was started in, where nothing else is known
  static StatePlace of(Map<String, String> environment, Optional<Path> settings, Path here) {
    var persons = persons(environment);
    var folder =
        variable(environment, "ROLLCALL_STATE")
            .map(here::resolve)
            .or(() -> settings.map(file -> file.toAbsolutePath().resolveSibling(BESIDE)))
            .or(() -> persons)
            .orElse(here.resolve(BESIDE));
    return new StatePlace(folder, persons.map(each -> each.resolve("leases")));
  }

  /// As the XDG Base Directory Specification has it: a path that is not absolute is ignored.
  private static Optional<Path> persons(Map<String, String> environment) {
    return variable(environment, "XDG_STATE_HOME")
        .filter(Path::isAbsolute)
        .or(() -> variable(environment, "HOME").map(home -> home.resolve(".local/state")))
        .map(state -> state.resolve("rollcall"));
  }

  private static Optional<Path> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }
}
