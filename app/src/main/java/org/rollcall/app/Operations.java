package org.rollcall.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.Finding;
import org.rollcall.model.Newest;
import org.rollcall.model.Privacy;
import org.rollcall.model.Rate;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.model.Workspace;
import org.rollcall.review.Explanation;
import org.rollcall.review.History;
import org.rollcall.run.Delivery;
import org.rollcall.run.RunEvent;
import org.rollcall.settings.SettingsLine;
import org.rollcall.survey.Repair;

/// What the command line, or another caller, may ask of the program.
///
/// Any of these may throw [org.rollcall.run.RunStopped]. Its message is the sentence that the
/// person reads, and its kind is the exit code. `events` hears what happens while it happens, one
/// event at a time.
public interface Operations {
  /// Begins a run for whoever started the program.
  RunHandle start(Selection selection, RunRequest request);

  /// Begins a run for somebody else.
  ///
  /// @param starter who the history says has started it
  RunHandle start(Selection selection, RunRequest request, Starter starter);

  /// The names of the syncs that the settings name, whichever is selected.
  List<SyncName> syncs(Selection selection);

  /// What a run over all members would change. Never writes.
  ///
  /// @param limit only the first this many members, at least 1; empty for what the settings say
  SyncPlan plan(Selection selection, OptionalInt limit, Consumer<RunEvent> events)
      throws InterruptedException;

  /// What taking a run back would do. Never writes.
  SyncPlan planUndo(Selection selection, RunRequest.Undo undo, Consumer<RunEvent> events)
      throws InterruptedException;

  /// Why a member looks as they do. Never writes.
  ///
  /// @param asked a member number or an e-mail address
  Explanation explain(Selection selection, String asked, Consumer<RunEvent> events)
      throws InterruptedException;

  /// The eligible members whose number, e-mail or name has all of these words, in the order of the
  /// roster, which is read anew. Asks nobody else, and never writes.
  ///
  /// @param most how many at most, at least 1
  List<FoundMember> find(Selection selection, String words, int most) throws InterruptedException;

  /// How many calls to Intercom the settings allow; what is usual where they leave it to Intercom.
  /// Asks nobody.
  Rate rate(Selection selection);

  /// The contacts of people who were deleted from the members' table. Never writes.
  OrphanList orphans(Selection selection, Consumer<RunEvent> events) throws InterruptedException;

  /// The values that the settings of a sync write down, in their order, without secrets. Asks
  /// nobody.
  List<SettingsLine> settings(Selection selection);

  /// A digest that distinguishes settings by the plans that they make.
  String settingsDigest(Selection selection);

  /// Asks the history, which is open only during `question`. If there is none yet, none is made.
  <T> T remembered(Selection selection, Function<History, T> question);

  /// Pauses the runs of one sync. Asks nobody but the store.
  Brake brake(Selection selection);

  /// Whose failing is expected in one sync. Asks nobody but the store.
  Ignores ignores(Selection selection);

  /// Who may use the service, and what they did. Asks nobody but the store.
  ///
  /// @param selection its sync is ignored
  Access access(Selection selection);

  /// The accounts of people who use the service. Asks nobody but the store.
  ///
  /// @param selection its sync is ignored
  People people(Selection selection);

  /// What the settings say about showing people's data. Empty where they say nothing, and where
  /// they are wrong; then the command itself reports it.
  Optional<Privacy> privacy(Selection selection);

  /// The built-in settings as a file to edit.
  String settingsTemplate();

  /// Settings for the roster that the environment names. Reads it, and Intercom where there is a
  /// token; writes nothing.
  ///
  /// @param environmentFile variables beside those of the process
  /// @param file where the settings will be: a `.env` beside it is read where no other is named
  DraftedSettings draftSettings(
      Optional<Path> environmentFile, Path file, Consumer<RunEvent> events)
      throws InterruptedException;

  /// The workspace that the access token in the environment opens. Asks Intercom once; empty where
  /// there is no token, or no answer.
  Optional<Workspace> openedWorkspace() throws InterruptedException;

  /// Looks for mistakes in the settings by themselves. Asks nobody else, and never writes.
  ///
  /// @param selection a sync, or all of them where none is selected
  Validation validate(Selection selection);

  /// When the syncs run next. Asks nobody but the store, whether somebody has paused them, and
  /// never writes.
  ///
  /// @param selection a sync, or all of them where none is selected
  /// @param count how many runs of each, at least 0
  List<Timetable> timetables(Selection selection, int count);

  /// When the roster was filled last, read anew; empty where nothing tells it.
  ///
  /// @param asked what tells it
  Optional<Instant> newest(Selection selection, Newest asked) throws InterruptedException;

  /// The id of the run that writes to the workspace of a sync now; empty where none does, as far as
  /// the workspace of its last run tells. Asks nobody but the store.
  Optional<String> writer(Selection selection);

  /// Looks at everything a run needs. Never writes.
  ///
  /// @param selection a sync, or all of them where none is selected
  SequencedMap<SyncName, Diagnosis> examine(Selection selection) throws InterruptedException;

  /// Creates what is missing, and says for each whether it worked.
  List<Finding> repair(Selection selection, List<Repair> repairs) throws InterruptedException;

  /// Sends a test message to everybody who is told of runs. Heartbeats get none, because they would
  /// take it for a run.
  List<Delivery> testNotifiers(Selection selection) throws InterruptedException;
}
