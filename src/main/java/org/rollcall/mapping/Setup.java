package org.rollcall.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.config.Mapping;
import org.rollcall.config.Problem;
import org.rollcall.config.Settings;
import org.rollcall.config.SettingsException;
import org.rollcall.config.SettingsText;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;

/// Settings and the projection they describe: everything about them checked.
///
/// @param digest tells settings apart without telling them: two that are written alike have one
public record Setup(Settings settings, Projection projection, String digest) {
  /// Reads settings and checks every expression, so that all mistakes are told together.
  ///
  /// @param environment where `${NAME}` is looked up
  /// @throws SettingsException with every mistake found
  public static Setup read(SettingsText text, Map<String, String> environment) {
    var judge = new Judge();
    var settings = Settings.read(text, environment, judge::problems);
    return new Setup(settings, judge.projection.orElseThrow(), text.digest());
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
