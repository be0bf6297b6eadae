package org.rollcall.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.settings.Mapping;
import org.rollcall.settings.Problem;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsException;
import org.rollcall.settings.SettingsText;

/// Settings and the projection they describe: everything about them checked.
///
/// @param digest tells settings apart without telling them: two that are written alike have one
public record SyncDefinition(Settings settings, Projection projection, String digest) {
  /// Reads settings and checks every expression, so that all mistakes are told together.
  ///
  /// @param environment where `${NAME}` is looked up
  /// @throws SettingsException with every mistake found
  public static SyncDefinition read(SettingsText text, Map<String, String> environment) {
    var judge = new Judge();
    var settings = Settings.read(text, environment, judge::problems);
    return new SyncDefinition(settings, judge.projection.orElseThrow(), text.digest());
  }

  /// The same of a file that another one names under `syncs`.
  ///
  /// @param environment where `${NAME}` is looked up
  /// @throws SettingsException with every mistake found
  public static SyncDefinition readNamed(SettingsText text, Map<String, String> environment) {
    var judge = new Judge();
    var settings = Settings.readNamed(text, environment, judge::problems);
    return new SyncDefinition(settings, judge.projection.orElseThrow(), text.digest());
  }

  /// The texts that can be written to each attribute: by its expression, and to who has left.
  public SortedMap<FieldName, Yields> yields() {
    var yields = new TreeMap<>(projection.yields());
    switch (settings.policy().leavers()) {
      case Leavers.Mark(var fields) ->
          fields.forEach((field, wish) ->
              yields.computeIfPresent(field, (_, usual) -> usual.or(Yields.of(wish))));
      case Leavers.Ignore _, Leavers.Archive _ -> {}
    }
    return yields;
  }

  private static final class Judge {
    private Optional<Projection> projection = Optional.empty();

    List<Problem> problems(Mapping mapping) {
      var problems = new ArrayList<Problem>();
      projection = new Compilation(mapping, problems).projection();
      return problems;
    }
  }
}
