package org.rollcall.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.MappingDigest;
import org.rollcall.model.Wish;
import org.rollcall.settings.Mapping;
import org.rollcall.settings.Problem;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsException;
import org.rollcall.settings.SettingsText;

/// Settings and their projection, both fully checked.
///
/// @param digest identifies the settings without revealing them; identical texts have the same
///   digest
/// @param planDigest the same of the part by which plans are made
public record SyncDefinition(
    Settings settings, Projection projection, String digest, String planDigest) {
  /// Reads settings and checks all expressions, so that all mistakes are reported together.
  ///
  /// @param environment the variables for `${NAME}`
  /// @throws SettingsException with all mistakes
  public static SyncDefinition read(SettingsText text, Map<String, String> environment) {
    var judge = new Judge();
    var settings = Settings.read(text, environment, judge::problems);
    return judge.definition(settings, text);
  }

  /// The same for a file that another file names under `syncs`.
  ///
  /// @param environment the variables for `${NAME}`
  /// @throws SettingsException with all mistakes
  public static SyncDefinition readNamed(SettingsText text, Map<String, String> environment) {
    var judge = new Judge();
    var settings = Settings.readNamed(text, environment, judge::problems);
    return judge.definition(settings, text);
  }

  /// The texts that can be written to each attribute, by its expression or as the mark of a leaver.
  public SortedMap<FieldName, PossibleTexts> possibleTexts() {
    var possibleTexts = new TreeMap<>(projection.possibleTexts());
    var policy = settings.policy();
    Stream.concat(Stream.of(policy.leavers()), policy.orphans().stream())
        .map(SyncDefinition::marks)
        .distinct()
        .forEach(marks ->
            marks.forEach((field, wish) ->
                possibleTexts.computeIfPresent(
                    field, (_, usual) -> usual.or(PossibleTexts.of(wish)))));
    return possibleTexts;
  }

  private static Map<FieldName, Wish> marks(Leavers leavers) {
    return switch (leavers) {
      case Leavers.Mark(var fields) -> fields;
      case Leavers.Ignore _, Leavers.Archive _ -> Map.of();
    };
  }

  /// How each field of a contact is made.
  public MappingDigest mappingDigest() {
    return MappingDigests.of(settings.mapping(), projection);
  }

  private static final class Judge {
    private Optional<Projection> projection = Optional.empty();

    SyncDefinition definition(Settings settings, SettingsText text) {
      return new SyncDefinition(
          settings, projection.orElseThrow(), text.digest(), text.planDigest());
    }

    List<Problem> problems(Mapping mapping) {
      var problems = new ArrayList<Problem>();
      projection = new ProjectionBuilder(mapping, problems).projection();
      projection.ifPresent(made -> problems.addAll(new MappingTests(mapping, made).problems()));
      return problems;
    }
  }
}
