package org.rollcall.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.model.Starter;
import org.rollcall.review.History;
import org.rollcall.run.Stop;
import org.rollcall.settings.Notify;
import org.rollcall.settings.ReportUrl;

/// The surroundings of the runs of a program.
interface RunSurroundings {
  /// Tells people how runs end.
  List<Notify> notifiers();

  /// Where the page of a run can be seen by those who are told; empty where nobody says so.
  Optional<ReportUrl> reportUrl();

  /// Begins to write a run down.
  ///
  /// @param request the request that began the run
  /// @param starter who began it
  /// @param stop limits every wait
  /// @param trouble told a sentence when something cannot be kept
  RunRecord record(
      NamedSync sync,
      RunRequest.Writing request,
      Starter starter,
      Stop stop,
      Consumer<String> trouble);

  /// The turns of those who call Intercom.
  ///
  /// @param required whether they wait where nobody can say what other processes call; else they go
  ///   on as if they were alone
  default TokenTurns turns(boolean required) {
    return TurnsOfTokens::of;
  }

  /// Counts the calls of runs to Intercom.
  default CallMeter calls() {
    return CallMeter.NONE;
  }

  /// The memory of a command that writes nothing.
  ///
  /// @param trouble told a sentence when it cannot be read
  RunMemory memory(NamedSync sync, Consumer<String> trouble);

  /// The facts that earlier runs left for a run that must not call Intercom.
  ///
  /// @param trouble told a sentence when it cannot be read
  FactsForSimulation factsForSimulation(NamedSync sync, Consumer<String> trouble);

  /// What earlier runs did.
  ///
  /// @throws org.rollcall.store.StoreTrouble when it cannot be read
  History history();

  /// The surroundings in a world that lives no longer than the program.
  static RunSurroundings none() {
    return new RunSurroundings() {
      @Override
      public List<Notify> notifiers() {
        return List.of();
      }

      @Override
      public Optional<ReportUrl> reportUrl() {
        return Optional.empty();
      }

      @Override
      public RunRecord record(
          NamedSync sync,
          RunRequest.Writing request,
          Starter starter,
          Stop stop,
          Consumer<String> trouble) {
        return RunRecord.none();
      }

      @Override
      public RunMemory memory(NamedSync sync, Consumer<String> trouble) {
        return RunMemory.none();
      }

      @Override
      public FactsForSimulation factsForSimulation(NamedSync sync, Consumer<String> trouble) {
        return FactsForSimulation.none();
      }

      @Override
      public History history() {
        return History.none();
      }
    };
  }
}
