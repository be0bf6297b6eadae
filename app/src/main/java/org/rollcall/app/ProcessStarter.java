package org.rollcall.app;

import java.io.Console;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.model.Starter;
import org.rollcall.model.Trigger;

/// Finds out who started this process.
final class ProcessStarter {
  private static final int MOST = 20;

  private ProcessStarter() {}

  /// @param environment the process's variables
  static Starter of(Map<String, String> environment) {
    return new Starter(
        System.getProperty("user.name", "unknown"),
        ProcFolder.host(),
        Trigger.of(environment, isOnTerminal(), ancestors()));
  }

  private static boolean isOnTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /// Their names; a process of another user may hide what it runs, but not what it is called.
  private static List<String> ancestors() {
    return Stream.iterate(
            ProcessHandle.current().parent(), Optional::isPresent, each -> each.get().parent())
        .limit(MOST)
        .flatMap(Optional::stream)
        .flatMap(each -> ProcFolder.OF_MACHINE.name(each.pid()).stream())
        .toList();
  }
}
