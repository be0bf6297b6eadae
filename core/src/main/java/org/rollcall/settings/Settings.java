package org.rollcall.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.rollcall.model.Policy;
import org.rollcall.model.Privacy;
import org.rollcall.model.Thresholds;
import org.rollcall.settings.SettingsReader.Place;

/// Everything a run is told, free of mistakes of form. Prints no secret.
///
/// @param source where the roster is
/// @param mapping what is read and what becomes of it
/// @param intercom how Intercom is called
/// @param policy what to do where more than one answer is right
/// @param safeguard how much a plan may change
/// @param batchSize members to a batch
/// @param limit read no more than the first this many; empty for all
/// @param privacy what logs show of people; empty where each log may follow its own habit
/// @param memory where runs are remembered
/// @param upkeep what is expected of what surrounds a run
/// @param notifiers who is told how a run ended
public record Settings(
    Source source,
    Mapping mapping,
    Intercom intercom,
    Policy policy,
    Thresholds safeguard,
    int batchSize,
    OptionalInt limit,
    Optional<Privacy> privacy,
    StoreSettings memory,
    Upkeep upkeep,
    List<Notify> notifiers) {
  /// Reads settings, strictly.
  ///
  /// @param environment where `${NAME}` is looked up
  /// @throws SettingsException with every mistake found
  public static Settings read(SettingsText text, Map<String, String> environment) {
    return read(text, environment, _ -> List.of());
  }

  /// Reads settings, strictly, and has somebody else judge the mapping, so that all mistakes are
  /// told together.
  ///
  /// @param judge asked at most once, and only when the form of the mapping is right
  /// @throws SettingsException with every mistake found
  public static Settings read(
      SettingsText text, Map<String, String> environment, Function<Mapping, List<Problem>> judge) {
    return new SettingsReader(environment, judge, Place.ALONE).read(text);
  }

  /// Reads the settings of one sync of several. What belongs to the whole program is a mistake
  /// there.
  ///
  /// @param judge asked at most once, and only when the form of the mapping is right
  /// @throws SettingsException with every mistake found
  public static Settings readNamed(
      SettingsText text, Map<String, String> environment, Function<Mapping, List<Problem>> judge) {
    return new SettingsReader(environment, judge, Place.NAMED).read(text);
  }

  /// The token that opens the workspace.
  ///
  /// @throws SettingsException when there is none
  public Secret requireToken() {
    return switch (intercom.token()) {
      case Token.Given(var secret) -> secret;
      case Token.Missing(var problem) -> throw new SettingsException(List.of(problem));
    };
  }
}
