package org.rollcall.app;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.rollcall.apply.Waiter;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.FieldName;
import org.rollcall.model.Newest;
import org.rollcall.model.SyncName;
import org.rollcall.roster.Patience;
import org.rollcall.run.MappedRoster;
import org.rollcall.run.Reading;
import org.rollcall.run.RunEvent;
import org.rollcall.run.Stop;
import org.rollcall.settings.SettingsText;

/// One of the program's syncs: its name and what its settings say.
public record NamedSync(SyncName name, SyncDefinition definition) {
  /// The only sync of some settings.
  ///
  /// @param environment where `${NAME}` is looked up
  /// @throws org.rollcall.settings.SettingsException with every mistake found
  public static NamedSync alone(SettingsText text, Map<String, String> environment) {
    return new NamedSync(SyncName.DEFAULT, SyncDefinition.read(text, environment));
  }

  /// The members as they should be, read anew.
  ///
  /// @throws org.rollcall.run.RunStopped when they cannot be read
  public MappedRoster members(InstantSource clock) throws InterruptedException {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var roster = Rosters.of(definition.settings(), new Sleep(Stop.never()));
    return new Reading(roster, member -> definition.projection().project(member, today))
        .read(OptionalInt.empty(), _ -> {});
  }

  /// The parts of a run of this sync.
  ///
  /// @param client the way to Intercom; the caller closes it
  SyncWiring wiring(IntercomClient client, RunMemory memory, Waiter waiter, InstantSource clock) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new SyncWiring(
        SyncRules.of(name, definition),
        Rosters.fresh(definition.settings(), waiter, clock),
        member -> definition.projection().project(member, today),
        client,
        memory,
        waiter,
        clock);
  }

  /// When the roster was filled last; empty where nothing tells it.
  ///
  /// @throws org.rollcall.run.RunStopped when it cannot be read
  Optional<Instant> newest(Newest asked) throws InterruptedException {
    var settings = definition.settings();
    var patience = new Patience(new Sleep(Stop.never()), settings.source().patience());
    return Rosters.survey(settings, patience).newest(asked);
  }

  /// The way to Intercom; the caller closes it.
  ///
  /// @throws org.rollcall.settings.SettingsException when there is no token
  IntercomClient client(InstantSource clock, Waiter waiter, Consumer<RunEvent> events) {
    return client(TurnsOfTokens::of, clock, waiter, CallMeter.NONE, events);
  }

  /// The same, in turn with others, and each call is counted.
  IntercomClient client(
      TokenTurns turns,
      InstantSource clock,
      Waiter waiter,
      CallMeter meter,
      Consumer<RunEvent> events) {
    return IntercomClient.over(
        definition.settings().intercom(),
        definition.settings().requireToken(),
        definition.projection().attributes().keySet(),
        turns,
        clock,
        waiter,
        (kind, status, took) -> meter.called(name, kind.word(), status, took),
        events);
  }

  /// What each mapped field is made of, as the settings have it.
  SortedMap<FieldName, String> expressions() {
    var expressions = new TreeMap<FieldName, String>();
    definition
        .projection()
        .expressions()
        .forEach((field, text) -> expressions.put(field, text.text()));
    return expressions;
  }
}
