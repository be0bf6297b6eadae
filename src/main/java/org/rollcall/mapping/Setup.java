package org.rollcall.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.config.Mapping;
import org.rollcall.config.Problem;
import org.rollcall.config.Settings;
import org.rollcall.config.SettingsException;
import org.rollcall.config.SettingsText;

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

  private static final class Judge {
    private Optional<Projection> projection = Optional.empty();

    List<Problem> problems(Mapping mapping) {
      var problems = new ArrayList<Problem>();
      projection = new Compilation(mapping, problems).projection();
      return problems;
    }
  }
}
