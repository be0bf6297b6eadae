package org.rollcall.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rollcall.model.SyncName;
import org.rollcall.run.RunStopped;
import org.rollcall.settings.Problem;
import org.rollcall.settings.SettingsException;

/// Finds the mistakes of a program's settings, those of every sync. Calls nobody and writes
/// nothing.
///
/// A part that cannot be read is one mistake or several, and the others are read all the same.
final class SettingsCheck {
  private final Program program;
  private final SortedSet<Problem> problems = new TreeSet<>();
  private final Set<String> others = new LinkedHashSet<>();
  private int tests;

  SettingsCheck(Program program) {
    this.program = program;
  }

  /// @param sync this one alone; empty for all
  List<String> of(Optional<SyncName> sync) {
    collect(() -> {
      var _ = program.settings().notifiers();
    });
    collect(() -> {
      var _ = program.settings().reportUrl();
    });
    collect(() -> {
      var _ = program.settings().store();
    });
    names(sync).forEach(this::look);
    return Stream.concat(problems.stream().map(Problem::toString), others.stream()).toList();
  }

  /// How many tests of mappings held, in the syncs that were looked at.
  int tests() {
    return tests;
  }

  private List<SyncName> names(Optional<SyncName> sync) {
    var names = new ArrayList<SyncName>();
    collect(() -> names.addAll(sync.map(List::of).orElseGet(program::names)));
    return names;
  }

  private void look(SyncName name) {
    collect(() -> {
      var sync = program.sync(Optional.of(name));
      tests += sync.definition().settings().mapping().tests().size();
    });
    collect(() -> {
      var _ = program.token(name);
    });
  }

  private void collect(Runnable reading) {
    try {
      reading.run();
    } catch (SettingsException wrong) {
      problems.addAll(wrong.problems());
    } catch (RunStopped wrong) {
      others.addAll(wrong.lines());
    }
  }
}
