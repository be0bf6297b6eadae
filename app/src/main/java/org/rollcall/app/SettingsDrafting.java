package org.rollcall.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.rollcall.draft.CodeTally;
import org.rollcall.draft.SettingsDraft;
import org.rollcall.draft.UnfitRoster;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.ColumnType;
import org.rollcall.model.Condition;
import org.rollcall.model.RosterQuery;
import org.rollcall.model.SyncName;
import org.rollcall.model.Workspace;
import org.rollcall.roster.Patience;
import org.rollcall.roster.Rows;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.run.Stop;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsText;
import org.rollcall.settings.Token;

/// Drafts settings for the roster, and where there is a token for the workspace, that the
/// environment names. Reads both, writes nothing.
final class SettingsDrafting {
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final Consumer<RunEvent> events;
  private final Sleep sleep = new Sleep(Stop.never());
  private final SettingsDraft draft;
  private Optional<Workspace> workspace = Optional.empty();

  SettingsDrafting(
      Map<String, String> environment, InstantSource clock, Consumer<RunEvent> events) {
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.events = events;
    this.draft = new SettingsDraft(SettingsText.builtIn().text(), environment);
  }

  /// @throws RunStopped when the roster cannot be read, or is none that can be drafted for
  /// @throws org.rollcall.settings.SettingsException when the environment does not say where the
  ///   roster is
  DraftedSettings drafted() throws InterruptedException {
    var builtIn = Settings.read(SettingsText.builtIn(), environment);
    fit(builtIn);
    var definition = draft.definition();
    statuses(definition.settings());
    long eligible = Rosters.survey(definition.settings(), patience()).eligible();
    if (eligible == 0) {
      draft.tell("nobody meets roster.where; the values above its conditions say what there is");
    }
    codes(definition, eligible > 0);
    var roster =
        "%s (%,d eligible members)".formatted(Rosters.nameOf(definition.settings()), eligible);
    return new DraftedSettings(draft.text(), roster, draft.told(), workspace);
  }

  private Patience patience() {
    return new Patience(sleep);
  }

  private void fit(Settings builtIn) throws InterruptedException {
    var tables = Rosters.catalog(builtIn, patience()).tables();
    if (tables.isEmpty()) {
      draft.tell(
          "the REST API does not tell its tables, so all of the built-in ones are in the file");
      return;
    }
    try {
      draft.fit(builtIn.mapping().roster(), tables.get());
    } catch (UnfitRoster unfit) {
      throw new RunStopped(RunStopped.Kind.SETTINGS, String.valueOf(unfit.getMessage()), unfit);
    }
  }

  /// Counts the values of each column that decides who is eligible.
  private void statuses(Settings settings) throws InterruptedException {
    var query = settings.mapping().roster();
    var columns =
        query.where().stream()
            .filter(Condition.OneOf.class::isInstance)
            .map(Condition::column)
            .distinct()
            .toList();
    if (columns.isEmpty()) {
      return;
    }
    var read = new TreeMap<>(Map.of(query.key(), ColumnType.TEXT));
    columns.forEach(column -> read.put(column, ColumnType.TEXT));
    var everybody =
        new RosterQuery(query.schema(), query.table(), query.key(), read, List.of(), List.of());
    var counts = new TreeMap<String, TreeMap<String, Integer>>();
    Rosters.of(settings, everybody, sleep)
        .read(
            OptionalInt.empty(),
            member ->
                columns.forEach(column ->
                    counts
                        .computeIfAbsent(column, _ -> new TreeMap<>())
                        .merge(Rows.text(member.row().get(column)), 1, Integer::sum)),
            _ -> {});
    counts.forEach(draft::statuses);
  }

  private void codes(SyncDefinition definition, boolean any) throws InterruptedException {
    var codes = new RosterCodes(definition.settings(), sleep, clock);
    var tally =
        any
            ? codes.read(OptionalInt.empty(), events)
            : new CodeTally(definition.settings().mapping().fieldsOfVocabularies());
    var asked = asked(definition, codes, tally);
    draft.codes(tally.uses(), asked);
  }

  /// Whether Intercom told what its contacts hold.
  private boolean asked(SyncDefinition definition, RosterCodes codes, CodeTally tally)
      throws InterruptedException {
    switch (definition.settings().intercom().token()) {
      case Token.Given _ -> {}
      case Token.Missing _ -> {
        draft.tell("no access token for Intercom is set, so Intercom was not asked");
        return false;
      }
    }
    var sync = new NamedSync(SyncName.DEFAULT, definition);
    try (var client = sync.client(clock, sleep, events)) {
      var directory = RosterCodes.directory(client);
      workspace = Optional.of(directory.workspace());
      draft.attributes(directory.attributes());
      if (tally.hasQuestions()) {
        codes.ask(directory, tally, events);
      }
      return true;
    } catch (RunStopped stopped) {
      tally.forgetContacts();
      draft.tell("Intercom could not be read: " + stopped.getMessage());
      return false;
    }
  }
}
