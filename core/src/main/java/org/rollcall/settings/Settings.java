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

/// All settings of a run, with their form checked. It prints no secret.
///
/// @param source the source of the roster
/// @param mapping what is read and how it becomes a contact
/// @param intercom how to call Intercom
/// @param policy what to do when there is more than one right answer
/// @param safeguard how much a plan may change
/// @param batchSize the number of members in a batch
/// @param limit read only this many members; empty for all
/// @param privacy what logs show of people; empty for each log's default
/// @param memory where runs are stored
/// @param upkeep what is expected of a run's surroundings
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
  /// Reads settings and reports every mistake.
  ///
  /// @param environment the variables for `${NAME}`
  /// @throws SettingsException with all mistakes
  public static Settings read(SettingsText text, Map<String, String> environment) {
    return read(text, environment, _ -> List.of());
  }

  /// Reads settings and reports every mistake, together with those that `judge` finds in the
  /// mapping.
  ///
  /// @param judge called at most once, and only if the form of the mapping is right
  /// @throws SettingsException with all mistakes
  public static Settings read(
      SettingsText text, Map<String, String> environment, Function<Mapping, List<Problem>> judge) {
    return new SettingsReader(environment, judge, Place.ALONE).read(text);
  }

  /// Reads the settings of one of several syncs. Settings of the whole program are a mistake there.
  ///
  /// @param judge called at most once, and only if the form of the mapping is right
  /// @throws SettingsException with all mistakes
  public static Settings readNamed(
      SettingsText text, Map<String, String> environment, Function<Mapping, List<Problem>> judge) {
    return new SettingsReader(environment, judge, Place.NAMED).read(text);
  }

  /// The access token of the workspace.
  ///
  /// @throws SettingsException when there is none
  public Secret requireToken() {
    return intercom.token().required();
  }
}
